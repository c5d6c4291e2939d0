import type { Presentation, PresentedTable } from '../presentation/document.ts';
import { count, fixed, percent, pValue } from '../presentation/numbers.ts';
import type { Adjustment } from './multiplicity.ts';
import { forensicNotices, MOST_ROWS } from './person-report.ts';
import type { Similarity } from './similarity/similarity.ts';
import type { SimilarityMethod } from './similarity/similarity-options.ts';

/** What each method is called in a report, and what its statistic counts. */
const METHODS: Readonly<Record<SimilarityMethod, { readonly name: string; readonly statistic: string }>> = {
  omega: { name: 'ω (Wollack 1997)', statistic: 'ω' },
  gbt: { name: 'generalized binomial test (van der Linden & Sotaridona 2006)', statistic: 'Matches' },
  m4: { name: 'M4 (Maynes 2014)', statistic: 'Matches' },
  k: { name: 'K-index (Holland 1996)', statistic: 'Identical wrong' },
  k1: { name: 'K1 (Sotaridona & Meijer 2002)', statistic: 'Identical wrong' },
  k2: { name: 'K2 (Sotaridona & Meijer 2002)', statistic: 'Identical wrong' },
  s1: { name: 'S1 (Sotaridona & Meijer 2003)', statistic: 'Identical wrong' },
  s2: { name: 'S2 (Sotaridona & Meijer 2003)', statistic: 'Weighted matches' },
};

const ADJUSTED: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm: at most this chance of even one false flag',
  bonferroni: 'Bonferroni: at most this chance of even one false flag',
  bh: 'Benjamini-Hochberg: at most this share of false flags is expected',
  none: 'not adjusted for the number of pairs',
};

/** The comparison of answers for people: flagged pairs first, then clusters; the evidence statement stands on top. */
export function presentSimilarity(result: Similarity): Presentation {
  const { name, statistic } = METHODS[result.method];
  const flagged = result.pairs.filter((pair) => pair.flagged).length;
  return {
    title: 'Answer similarity',
    subtitle: `${name}; ${count(result.n)} candidates, ${count(result.items)} items`,
    facts: [
      { label: 'Pairs compared', value: count(result.compared), note: `${count(result.tests)} tests` },
      {
        label: 'Flagged pairs',
        value: count(flagged),
        note: `adjusted p ≤ ${result.alpha} (${ADJUSTED[result.adjustment]})`,
      },
      { label: 'Clusters', value: count(result.clusters.length), note: 'candidates joined by flagged pairs' },
    ],
    notices: forensicNotices(result.evidence, result.sample, result.notices),
    sections: [
      {
        heading: 'Pairs',
        paragraphs: [
          result.direction === 'a-from-b'
            ? 'The statistic has a direction: it asks whether the first candidate may have copied from the second.'
            : 'The statistic has no direction: it does not say who may have copied from whom.',
        ],
        figures: [],
        tables: [pairTable(result, statistic)],
      },
      ...(result.clusters.length === 0
        ? []
        : [{ heading: 'Clusters', paragraphs: [], figures: [], tables: [clusterTable(result)] }]),
    ],
  };
}

function pairTable(result: Similarity, statistic: string): PresentedTable {
  const directed = result.direction === 'a-from-b';
  const shown = result.pairs.slice(0, MOST_ROWS);
  const decimals = result.method === 'omega' ? 2 : 0;
  const right = ['Compared', 'Same right', 'Same wrong', statistic, 'Expected', 'p', 'Adjusted p'] as const;
  return {
    caption: shown.length < result.pairs.length ? `the first ${shown.length} of ${count(result.pairs.length)}` : '',
    columns: [
      { heading: directed ? 'Copier' : 'Candidate', align: 'left' },
      { heading: directed ? 'Source' : 'Candidate', align: 'left' },
      ...right.map((heading) => ({ heading, align: 'right' }) as const),
      { heading: 'Flag', align: 'left' },
    ],
    rows: shown.map((pair) => [
      pair.a,
      pair.b,
      count(pair.compared),
      fixed(pair.identicalCorrect, 0),
      fixed(pair.identicalIncorrect, 0),
      fixed(pair.statistic, decimals),
      fixed(pair.expected, 1),
      smallP(pair.p),
      pValue(pair.adjustedP),
      pair.flagged ? 'flagged' : '',
    ]),
  };
}

function clusterTable({ clusters }: Similarity): PresentedTable {
  return {
    caption: '',
    columns: [
      { heading: 'Candidates', align: 'right' },
      { heading: 'Flagged pairs', align: 'right' },
      { heading: 'Joined', align: 'right' },
      { heading: 'Members', align: 'left' },
    ],
    rows: clusters.map(({ size, links, density, members }) => [
      count(size),
      count(links),
      percent(density, 0),
      members.length > 12 ? `${members.slice(0, 12).join(', ')} and ${members.length - 12} more` : members.join(', '),
    ]),
  };
}

/** Among a million pairs p of 0.001 is nothing: the power of ten is told. */
function smallP(p: number): string {
  if (p >= 0.001) return fixed(p, 3);
  if (p === 0) return '< 1e-300';
  return p.toExponential(1).replace('-', '−');
}
