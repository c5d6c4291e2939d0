import {
  type EquatingMethod,
  equateInput,
  equateJson,
  equatingInput,
  equatingMethods,
  presentEquating,
  readScores,
} from '@testamur/psychometrics';
import { located } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { defineStats } from '../stats/stats-command.ts';

const ERRORS = ['formula', 'formula-normal', 'bootstrap', 'parametric-bootstrap', 'none'] as const;

const methods = Object.keys(equatingMethods) as EquatingMethod[];

const scoresOf = async (file: string) => {
  const table = await readTable(file);
  return located(file, () => readScores(table));
};

const scoresIf = async <K extends string>(name: K, file: string | undefined) =>
  given(name, file === undefined ? undefined : await scoresOf(file));

export const statsEquate = defineStats({
  name: 'equate',
  summary: 'Make the scores of two forms interchangeable',
  description:
    'The table says for each score of the new form X which score of the old form Y it amounts to. The files hold a row per\n' +
    'candidate (a column per item, or a column score, and perhaps anchor) or frequencies (columns score, count).\n' +
    `Methods: ${methods.join(', ')}.`,
  arguments: [],
  options: {
    x: { type: 'string', value: 'FILE', required: true, says: 'Scores of the new form.' },
    y: { type: 'string', value: 'FILE', required: true, says: 'Scores of the old form.' },
    'anchor-x': { type: 'string', value: 'FILE', says: 'Anchor scores of those who took X.' },
    'anchor-y': { type: 'string', value: 'FILE', says: 'Anchor scores of those who took Y.' },
    design: {
      type: 'string',
      value: 'eg|neat',
      says: 'Equivalent groups, or nonequivalent groups with an anchor; as the files tell without it.',
    },
    method: { type: 'string', value: 'METHOD', says: 'How; circle-arc without it.' },
    smooth: { type: 'string', value: 'C', says: 'Presmooth with a loglinear model of this degree.' },
    weight: { type: 'string', value: 'W', says: 'Weight of the group of X in the synthetic population; 1 without it.' },
    anchor: { type: 'string', value: 'internal|external', says: 'Whether anchor items count in the total score.' },
    'max-x': { type: 'string', value: 'N', says: 'The highest score that X can give.' },
    'max-y': { type: 'string', value: 'N', says: 'The highest score that Y can give.' },
    'max-anchor': { type: 'string', value: 'N', says: 'The highest score that the anchor can give.' },
    postsmooth: { type: 'string', value: 'S', says: 'Smooth the equipercentile curve by a cubic spline, such as 0.3.' },
    'identity-weight': { type: 'string', value: 'W', says: 'Mix with the identity, for very small groups: 0 to 1.' },
    se: { type: 'string', value: 'HOW', says: `Standard errors: ${ERRORS.join(', ')}; by formula where there is one.` },
    replications: { type: 'string', value: 'N', says: 'Of the bootstrap; 1,000 without it.' },
    seed: { type: 'string', value: 'N', says: 'Of the bootstrap; 1 without it.' },
  },
  examples: [
    'testamur stats equate --x new.csv --y old.csv --design eg --method equipercentile --smooth 6',
    'testamur stats equate --x x.csv --y y.csv --anchor-x ax.csv --anchor-y ay.csv --design neat --method tucker --json',
  ],
  find: async ({ values, override }) => {
    const method = choice('method', values.method, methods, 'circle-arc');
    const files = {
      x: await scoresOf(values.x),
      y: await scoresOf(values.y),
      ...(await scoresIf('anchorX', values['anchor-x'])),
      ...(await scoresIf('anchorY', values['anchor-y'])),
    };
    const anchored = 'anchorX' in files || files.x.anchor !== null;
    const design = choice('design', values.design, ['eg', 'neat'], anchored ? 'neat' : 'eg');
    const highest = {
      ...given('x', wholeOf('max-x', values['max-x'])),
      ...given('y', wholeOf('max-y', values['max-y'])),
      ...given('anchor', wholeOf('max-anchor', values['max-anchor'])),
    };
    const anchor = values.anchor === undefined ? undefined : choice('anchor', values.anchor, ['internal', 'external']);
    const errors = values.se === undefined ? undefined : choice('se', values.se, ERRORS);
    const result = equateInput(equatingInput(files, design, highest, anchor), {
      method,
      ...given('smooth', wholeOf('smooth', values.smooth, 1)),
      ...given('weight', numberOf('weight', values.weight)),
      ...given('postsmooth', numberOf('postsmooth', values.postsmooth)),
      ...given('identityWeight', numberOf('identity-weight', values['identity-weight'])),
      ...given('standardErrors', errors),
      ...given('replications', wholeOf('replications', values.replications, 2)),
      ...given('seed', wholeOf('seed', values.seed)),
      ...override,
    });
    return { json: { ...equateJson(result) }, present: () => presentEquating(result), sample: result.sample };
  },
});
