import {
  count,
  counted,
  figureSection,
  fixed,
  interval,
  left,
  NONE,
  type Presentation,
  type PresentedTable,
  pValue,
  right,
  sampleNotices,
  section,
  textNotices,
} from '../../presentation/index.ts';
import { worstCurves } from './figures.ts';
import type { ModelFit } from './model-fit.ts';

/** How many persons and pairs a table shows at most; the JSON has all. */
const SHOWN = 50;

const itemsSay = ({ abilities }: ModelFit): string =>
  `S-X² compares observed and expected shares by sum score. Infit and outfit, taken at ${abilities.toUpperCase()} estimates, are ` +
  'about 1 where the model holds, and below 1 in short tests.';

/** The fit of a model for people: the whole, then items, pairs and the most surprising persons. */
export function presentFit(fit: ModelFit): Presentation {
  const { m2 } = fit;
  return {
    title: 'Fit of the model',
    subtitle: `${counted(fit.n, 'candidate')}, ${counted(fit.items.length, 'item')}`,
    facts: [
      { label: 'M2', value: fixed(m2.statistic, 2), note: m2.statistic === null ? '' : `df ${m2.df}` },
      { label: 'p', value: pValue(m2.p), note: '' },
      { label: 'RMSEA2', value: fixed(m2.rmsea, 3), note: `90 %: ${interval(m2.rmseaInterval, 3)}` },
      { label: 'SRMSR', value: fixed(m2.srmsr, 3), note: '' },
      { label: 'CFI', value: fixed(m2.cfi, 3), note: `TLI ${fixed(m2.tli, 3)}` },
    ],
    notices: [...sampleNotices(fit.sample), ...textNotices(fit.notices)],
    sections: [
      figureSection('The items that fit worst', worstCurves(fit)),
      section('Items', [itemTable(fit)], [itemsSay(fit)]),
      section('Pairs of items', fit.pairs.some(({ flag }) => flag !== 'none') ? [pairTable(fit)] : [], pairsSay(fit)),
      section('Candidates', [personTable(fit)], personsSay(fit)),
    ],
  };
}

function itemTable({ items, meanSquares }: ModelFit): PresentedTable {
  return {
    caption: '',
    columns: [
      left('Item'),
      right('S-X²'),
      right('df'),
      right('p'),
      right('Infit'),
      right('z'),
      right('Outfit'),
      right('z'),
    ],
    rows: items.map(({ id, statistic, df, p }, item) => {
      const squares = meanSquares[item];
      return [
        id,
        fixed(statistic),
        statistic === null ? NONE : count(df),
        pValue(p),
        fixed(squares?.infit ?? null),
        fixed(squares?.infitZ ?? null),
        fixed(squares?.outfit ?? null),
        fixed(squares?.outfitZ ?? null),
      ];
    }),
  };
}

function pairsSay({ pairs, q3 }: ModelFit): readonly string[] {
  const flagged = pairs.filter(({ flag }) => flag !== 'none').length;
  return [
    `${count(flagged)} of ${counted(pairs.length, 'pair')} ${flagged === 1 ? 'shows' : 'show'} local dependence by standardized X² above 5.`,
    `The mean of Q3 is ${fixed(q3.mean, 3)}; ${counted(q3.flagged.length, 'pair lies', 'pairs lie')} more than 0.2 away from it.`,
  ];
}

function pairTable({ pairs, q3 }: ModelFit): PresentedTable {
  const flagged = pairs.filter(({ flag }) => flag !== 'none');
  flagged.sort((a, b) => Math.abs(b.standardized ?? 0) - Math.abs(a.standardized ?? 0));
  const at = new Map(q3.items.map((id, item) => [id, item]));
  return {
    caption: flagged.length > SHOWN ? `The ${SHOWN} strongest of ${count(flagged.length)} pairs` : '',
    columns: [left('Item'), left('Item'), right('X²'), right('Standardized'), right('Q3'), left('Dependence')],
    rows: flagged
      .slice(0, SHOWN)
      .map(({ a, b, statistic, standardized, flag }) => [
        a,
        b,
        fixed(statistic),
        fixed(standardized, 1),
        fixed(q3.matrix[at.get(a) ?? -1]?.[at.get(b) ?? -1] ?? null, 3),
        flag,
      ]),
  };
}

function personsSay({ persons }: ModelFit): readonly string[] {
  const { flagged, expectedByChance, alpha } = persons;
  return [
    `lz* flags ${counted(flagged, 'candidate')} at ${fixed(alpha, 3)}; chance alone would flag about ${fixed(expectedByChance, 0)}. ` +
      'An unusual pattern is evidence to look into, not proof.',
  ];
}

function personTable({ persons }: ModelFit): PresentedTable {
  const lowest = persons.persons.filter(({ lzStar }) => lzStar !== null);
  lowest.sort((a, b) => (a.lzStar ?? 0) - (b.lzStar ?? 0));
  return {
    caption: lowest.length > SHOWN ? `The ${SHOWN} lowest values of lz*` : '',
    columns: [left('Candidate'), right('θ'), right('lz'), right('lz*'), right('p')],
    rows: lowest
      .slice(0, SHOWN)
      .map(({ id, theta, lz, lzStar, p }) => [id, fixed(theta), fixed(lz), fixed(lzStar), pValue(p)]),
  };
}
