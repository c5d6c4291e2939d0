import { equatingDifference } from '../plots/index.ts';
import {
  capital,
  count,
  fixed,
  left,
  type Presentation,
  type PresentedSection,
  type PresentedTable,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import type { Equating } from './equating.ts';
import type { LoglinearStatistics } from './loglinear.ts';
import { equatingMethods } from './methods.ts';
import type { ScoreMoments } from './moments.ts';
import type { ScaledScores } from './scaled-scores.ts';

/** An equating for people: the conversion table first, then the moments it rests on and how it was smoothed. */
export function presentEquating(result: Equating): Presentation {
  const { n, sample, design, slope, intercept } = result;
  const title = capital(equatingMethods[result.method].title);
  return {
    title: `${title} equating of form X to form Y`,
    subtitle:
      design === 'eg' ? 'Equivalent groups' : `Nonequivalent groups with an ${result.anchor ?? 'internal'} anchor`,
    facts: [
      { label: 'Candidates, form X', value: count(n.x), note: '' },
      { label: 'Candidates, form Y', value: count(n.y), note: '' },
      ...(slope === null || intercept === null
        ? []
        : [
            { label: 'Slope', value: fixed(slope, 4), note: '' },
            { label: 'Intercept', value: fixed(intercept, 4), note: '' },
          ]),
    ],
    notices: [...sampleNotices(sample, `${title} equating: `), ...textNotices(result.notices)],
    sections: [conversionSection(result), momentsSection(result), ...smoothingSection(result)],
  };
}

function conversionSection({ method, table, standardErrors, weights, identityWeight }: Equating): PresentedSection {
  const paragraphs = [`Standard errors: ${standardErrors.says}.`];
  if (weights !== null) {
    paragraphs.push(
      `Synthetic population: ${fixed(weights.x, 3)} of the group of form X, ${fixed(weights.y, 3)} of that of form Y.`,
    );
  }
  if (identityWeight > 0)
    paragraphs.push(`The result holds the identity with a weight of ${fixed(identityWeight, 2)}.`);
  const rows = table.map(({ x, y, se }) => [String(x), fixed(y, 4), fixed(y - x, 4), fixed(se, 4)]);
  const columns = [right('Form X'), right('Form Y'), right('Difference'), right('SE')];
  const figures = [equatingDifference({ methods: [{ name: capital(equatingMethods[method].title), points: table }] })];
  return { heading: 'Conversion', paragraphs, figures, tables: [{ caption: '', columns, rows }] };
}

function momentsSection({ moments, synthetic }: Equating): PresentedSection {
  const row = (name: string, m: ScoreMoments | null): string[][] =>
    m === null
      ? []
      : [[name, count(m.n), fixed(m.mean, 4), fixed(m.sd, 4), fixed(m.skewness, 4), fixed(m.kurtosis, 4)]];
  const rows = [
    ...row('Form X', moments.x),
    ...row('Form Y', moments.y),
    ...row('Anchor, group of X', moments.anchorX),
    ...row('Anchor, group of Y', moments.anchorY),
  ];
  const columns = [left('Scores'), right('n'), right('Mean'), right('SD'), right('Skewness'), right('Kurtosis')];
  const tables: PresentedTable[] = [{ caption: '', columns, rows }];
  if (synthetic !== null) {
    tables.push({
      caption: 'In the synthetic population',
      columns: [left('Scores'), right('Mean'), right('SD')],
      rows: [
        ['Form X', fixed(synthetic.x.mean, 4), fixed(synthetic.x.sd, 4)],
        ['Form Y', fixed(synthetic.y.mean, 4), fixed(synthetic.y.sd, 4)],
      ],
    });
  }
  return { heading: 'Scores', paragraphs: [], figures: [], tables };
}

function smoothingSection({ smoothing }: Equating): readonly PresentedSection[] {
  if (smoothing === null) return [];
  const row = (name: string, fit: LoglinearStatistics): string[] => [
    name,
    String(fit.parameters),
    String(fit.df),
    fixed(fit.likelihoodRatio, 2),
    fixed(fit.freemanTukey, 2),
    fixed(fit.aic, 2),
    fixed(fit.bic, 2),
  ];
  const columns = [
    left('Form'),
    right('Parameters'),
    right('df'),
    right('G²'),
    right('Freeman–Tukey'),
    right('AIC'),
    right('BIC'),
  ];
  const tables = [{ caption: '', columns, rows: [row('X', smoothing.x), row('Y', smoothing.y)] }];
  return [{ heading: 'Loglinear presmoothing', paragraphs: [], figures: [], tables }];
}

/** The table of scaled scores for people. */
export function presentScaledScores(result: ScaledScores): Presentation {
  const rows = result.table.map(({ x, equated, unrounded, y }) => [
    String(x),
    fixed(equated, 4),
    fixed(unrounded, 4),
    String(y),
  ]);
  return {
    title: 'Scaled scores',
    subtitle: capital(result.says),
    facts: [
      { label: 'Lowest', value: String(Math.min(...result.table.map(({ y }) => y))), note: '' },
      { label: 'Highest', value: String(Math.max(...result.table.map(({ y }) => y))), note: '' },
    ],
    notices: [...sampleNotices(result.sample, 'The scale rests on '), ...textNotices(result.notices)],
    sections: [
      {
        heading: 'Conversion',
        paragraphs: [],
        figures: [],
        tables: [
          { caption: '', columns: [right('Raw score'), right('Equated'), right('Unrounded'), right('Scaled')], rows },
        ],
      },
    ],
  };
}
