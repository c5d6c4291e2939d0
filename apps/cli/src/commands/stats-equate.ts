import {
  type EquatingMethod,
  equateInput,
  equatingInput,
  equatingMethods,
  IRT_EQUATING_METHODS,
  type IrtEquatingMethod,
  irtObservedScoreEquating,
  irtTrueScoreEquating,
  presentEquating,
  presentIrtEquating,
  readScores,
} from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import { itemsOption, located, readItemsFile } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { defineStats, type Found } from '../stats/stats-command.ts';

const ERRORS = ['formula', 'formula-normal', 'bootstrap', 'parametric-bootstrap', 'none'] as const;

const methods = Object.keys(equatingMethods) as EquatingMethod[];
const allMethods = [...methods, ...IRT_EQUATING_METHODS] as const;

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
    `Methods: ${methods.join(', ')}.\n` +
    `${IRT_EQUATING_METHODS.join(' and ')} take calibrated items in place of scores (--x-items, --y-items), both on one\n` +
    'scale (see stats link); observed scores in the group of X with the distribution of ability in its file.',
  arguments: [],
  options: {
    x: { type: 'string', value: 'FILE', says: 'Scores of the new form.' },
    y: { type: 'string', value: 'FILE', says: 'Scores of the old form.' },
    'x-items': { ...itemsOption.items, says: 'irt-true, irt-observed: calibrated items of the new form.' },
    'y-items': { ...itemsOption.items, says: 'irt-true, irt-observed: calibrated items of the old form.' },
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
    'testamur stats equate --x-items new.json --y-items old.json --method irt-true',
  ],
  find: async ({ values, override }) => {
    const method = choice('method', values.method, allMethods, 'circle-arc');
    const { x, y, 'x-items': itemsX, 'y-items': itemsY } = values;
    if (method === 'irt-true' || method === 'irt-observed') {
      if (itemsX === undefined || itemsY === undefined) {
        throw new UsageError(`--${itemsX === undefined ? 'x' : 'y'}-items is missing: --method ${method} needs items.`);
      }
      if (x !== undefined || y !== undefined) {
        throw new UsageError(`--method ${method} takes --x-items and --y-items; leave out --x and --y.`);
      }
      return byItems(method, itemsX, itemsY, { ...given('weight', numberOf('weight', values.weight)), ...override });
    }
    if (itemsX !== undefined || itemsY !== undefined) {
      throw new UsageError(`--x-items and --y-items are for --method ${IRT_EQUATING_METHODS.join(', ')}.`);
    }
    if (x === undefined || y === undefined) {
      throw new UsageError(
        `--${x === undefined ? 'x' : 'y'} is missing: scores of the ${x === undefined ? 'new' : 'old'} form.`,
      );
    }
    const files = {
      x: await scoresOf(x),
      y: await scoresOf(y),
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
    return { json: { ...result }, present: () => presentEquating(result), sample: result.sample };
  },
});

async function byItems(
  method: IrtEquatingMethod,
  fileX: string,
  fileY: string,
  options: { readonly weight?: number; readonly override?: { readonly reason: string } },
): Promise<Found> {
  const [x, y] = await Promise.all([readItemsFile(fileX), readItemsFile(fileY)]);
  const candidates = x.n === undefined || y.n === undefined ? undefined : Math.min(x.n, y.n);
  const evidence = { ...options, ...given('candidates', candidates) };
  const result =
    method === 'irt-true'
      ? irtTrueScoreEquating(x.items, y.items, evidence)
      : irtObservedScoreEquating(x.items, y.items, { ...evidence, x: x.latent, y: y.latent });
  return {
    json: { ...result },
    present: () => presentIrtEquating(result),
    ...given('sample', result.sample ?? undefined),
  };
}
