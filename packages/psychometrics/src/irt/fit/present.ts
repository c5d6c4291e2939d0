import type { Notice, Presentation, PresentedSection, PresentedTable } from '../../presentation/document.ts';
import { count, fixed, interval, NONE, pValue } from '../../presentation/numbers.ts';
import { worstCurves } from './figures.ts';
import type { ModelFit } from './model-fit.ts';

/** How many persons and pairs a table shows at most; the JSON has all. */
const SHOWN = 50;

const ITEMS_SAY =
  'S-X² compares observed and expected shares by sum score. Infit and outfit, taken at EAP estimates, are about 1 where ' +
  'the model holds, and below 1 in short tests.';

/** The fit of a model for people: the whole, then items, pairs and the most surprising persons. */
export function presentFit(fit: ModelFit): Presentation {
  const { m2 } = fit;
  return {
    title: 'Fit of the model',
    subtitle: `${count(fit.n)} candidates, ${count(fit.items.length)} items`,
    facts: [
      { label: 'M2', value: fixed(m2.statistic, 2), note: m2.statistic === null ? '' : `df ${m2.df}` },
      { label: 'p', value: pValue(m2.p), note: '' },
      { label: 'RMSEA2', value: fixed(m2.rmsea, 3), note: `90 %: ${interval(m2.rmseaInterval, 3)}` },
      { label: 'SRMSR', value: fixed(m2.srmsr, 3), note: '' },
      { label: 'CFI', value: fixed(m2.cfi, 3), note: `TLI ${fixed(m2.tli, 3)}` },
    ],
    notices: notices(fit),
    sections: [
      { heading: 'The items that fit worst', paragraphs: [], figures: worstCurves(fit), tables: [] },
      section('Items', [ITEMS_SAY], [itemTable(fit)]),
      section('Pairs of items', pairsSay(fit), fit.pairs.some(({ flag }) => flag !== 'none') ? [pairTable(fit)] : []),
      section('Candidates', personsSay(fit), [personTable(fit)]),
    ],
  };
}

const section = (
  heading: string,
  paragraphs: readonly string[],
  tables: readonly PresentedTable[],
): PresentedSection => ({ heading, paragraphs, figures: [], tables });

function notices({ sample, notices: said }: ModelFit): readonly Notice[] {
  return [
    ...(sample.verdict === 'ok' ? [] : [{ verdict: sample.verdict, text: sample.says }]),
    ...said.map((text) => ({ verdict: 'warn' as const, text })),
  ];
}

function itemTable({ items, meanSquares }: ModelFit): PresentedTable {
  return {
    caption: '',
    columns: [
      { heading: 'Item', align: 'left' },
      { heading: 'S-X²', align: 'right' },
      { heading: 'df', align: 'right' },
      { heading: 'p', align: 'right' },
      { heading: 'Infit', align: 'right' },
      { heading: 'z', align: 'right' },
      { heading: 'Outfit', align: 'right' },
      { heading: 'z', align: 'right' },
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
    `${count(flagged)} of ${count(pairs.length)} pairs show local dependence by standardized X² above 5.`,
    `The mean of Q3 is ${fixed(q3.mean, 3)}; ${count(q3.flagged.length)} pairs are more than 0.2 away from it.`,
  ];
}

function pairTable({ pairs, q3 }: ModelFit): PresentedTable {
  const flagged = pairs.filter(({ flag }) => flag !== 'none');
  flagged.sort((a, b) => Math.abs(b.standardized ?? 0) - Math.abs(a.standardized ?? 0));
  const at = new Map(q3.items.map((id, item) => [id, item]));
  return {
    caption: flagged.length > SHOWN ? `The ${SHOWN} strongest of ${count(flagged.length)} pairs` : '',
    columns: [
      { heading: 'Item', align: 'left' },
      { heading: 'Item', align: 'left' },
      { heading: 'X²', align: 'right' },
      { heading: 'Standardized', align: 'right' },
      { heading: 'Q3', align: 'right' },
      { heading: 'Dependence', align: 'left' },
    ],
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
    `lz* flags ${count(flagged)} candidates at ${fixed(alpha, 3)}; chance alone would flag about ${fixed(expectedByChance, 0)}. ` +
      'An unusual pattern is evidence to look into, not proof.',
  ];
}

function personTable({ persons }: ModelFit): PresentedTable {
  const lowest = persons.persons.filter(({ lzStar }) => lzStar !== null);
  lowest.sort((a, b) => (a.lzStar ?? 0) - (b.lzStar ?? 0));
  return {
    caption: lowest.length > SHOWN ? `The ${SHOWN} lowest values of lz*` : '',
    columns: [
      { heading: 'Candidate', align: 'left' },
      { heading: 'θ', align: 'right' },
      { heading: 'lz', align: 'right' },
      { heading: 'lz*', align: 'right' },
      { heading: 'p', align: 'right' },
    ],
    rows: lowest
      .slice(0, SHOWN)
      .map(({ id, theta, lz, lzStar, p }) => [id, fixed(theta), fixed(lz), fixed(lzStar), pValue(p)]),
  };
}
