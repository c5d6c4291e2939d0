import { listed } from '../data/listed.ts';
import type { Adjustment } from '../numeric/multiplicity.ts';
import { pairSimilarity } from '../plots/index.ts';
import {
  capital,
  count,
  counted,
  type Figure,
  fixed,
  left,
  type Presentation,
  type PresentedTable,
  percent,
  pValue,
  right,
  rights,
  section,
} from '../presentation/index.ts';
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
    subtitle: `${capital(name)}; ${counted(result.n, 'candidate')}, ${counted(result.items, 'item')}`,
    facts: [
      { label: 'Pairs compared', value: count(result.compared), note: `${counted(result.tests, 'test')}` },
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
        figures: [similarityFigure(result)],
        tables: [pairTable(result, statistic)],
      },
      ...(result.clusters.length === 0 ? [] : [section('Clusters', [clusterTable(result)])]),
    ],
  };
}

/** Counts of matches mean more in one pair than in another; of methods other than ω the figure tells their improbability. */
function similarityFigure({ method, pairs, compared }: Similarity): Figure {
  if (method === 'omega') return pairSimilarity({ name: 'ω', pairs, compared });
  const drawn = pairs.map((pair) => ({ ...pair, statistic: -Math.log10(Math.max(pair.p, 1e-300)) }));
  return pairSimilarity({ name: 'Improbability, −log₁₀ p', pairs: drawn, compared });
}

function pairTable(result: Similarity, statistic: string): PresentedTable {
  const directed = result.direction === 'a-from-b';
  const shown = result.pairs.slice(0, MOST_ROWS);
  const decimals = result.method === 'omega' ? 2 : 0;
  return {
    caption: shown.length < result.pairs.length ? `The first ${shown.length} of ${count(result.pairs.length)}` : '',
    columns: [
      left(directed ? 'Copier' : 'Candidate'),
      left(directed ? 'Source' : 'Candidate'),
      ...rights('Compared', 'Same right', 'Same wrong', statistic, 'Expected', 'p', 'Adjusted p'),
      left('Flag'),
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
    columns: [right('Candidates'), right('Flagged pairs'), right('Joined'), left('Members')],
    rows: clusters.map(({ size, links, density, members }) => [
      count(size),
      count(links),
      percent(density, 0),
      listed(members, 12),
    ]),
  };
}

/** Among a million pairs p of 0.001 is nothing: the power of ten is told. */
function smallP(p: number): string {
  if (p >= 0.001) return fixed(p, 3);
  if (p === 0) return '< 1e-300';
  return p.toExponential(1).replace('-', '−');
}
