import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { ADJUSTMENTS, type Adjustment } from '../../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { type Cluster, clusterPairs } from './clusters.ts';
import { MatchCounter, type MatchCounts } from './match-counts.ts';
import { prepareTest } from './prepare-test.ts';
import { comparePairs, type PairSearch, searchAllPairs } from './search-pairs.ts';
import { SIMILARITY_METHODS, type SimilarityMethod, type SimilarityOptions } from './similarity-options.ts';

/** Two candidates and how improbable it is that they agree so much. */
export interface ComparedPair extends MatchCounts {
  readonly a: string;
  readonly b: string;
  /** ω of omega; matches of gbt and m4; identical wrong answers of the K family. Null where nothing varies. */
  readonly statistic: number | null;
  readonly p: number;
  readonly adjustedP: number;
  /** What the statistic counts, as expected of two who work independently; of omega the expected matches. */
  readonly expected: number;
  readonly flagged: boolean;
}

/** The comparison of all pairs, or of the pairs that were named. */
export interface Similarity extends Evidence {
  readonly method: SimilarityMethod;
  /** Whether the statistic tells options apart, or only right from wrong. */
  readonly compares: 'options' | 'scores' | 'both';
  /** Whether `a` is a suspected copier and `b` the source, or the pair has no direction. */
  readonly direction: 'a-from-b' | 'none';
  /** Candidates. */
  readonly n: number;
  readonly items: number;
  /** Pairs compared. */
  readonly compared: number;
  /** Tests that the adjustment counts: both directions, where all pairs are compared by a method with a direction. */
  readonly tests: number;
  readonly adjustment: Adjustment;
  readonly alpha: number;
  /** In the order given; of all pairs the most improbable first. */
  readonly pairs: readonly ComparedPair[];
  /** Candidates joined by flagged pairs. */
  readonly clusters: readonly Cluster[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Compares the answers of candidates, pair by pair, and says how improbable it is that two who work independently agree
 * so much; with an adjustment for the number of pairs, and the groups that flagged pairs make.
 *
 * @throws {RangeError} with fewer than two candidates; for ids that are not there, a person paired with itself, items
 *   without parameters; without a key where the method needs one; for all pairs of more than 8,000 candidates.
 * @see omega, generalizedBinomialTest, m4 and kIndex for the sources.
 */
export function similarity(given: AnswerSheet, options: SimilarityOptions): Similarity {
  const { method, adjustment = 'holm', alpha = 0.05, limit = defaultLimit(given) } = options;
  requireOptions(given, options, adjustment, alpha, limit);
  const chosen = options.pairs === undefined ? undefined : indexPairs(given.persons, options.pairs);
  const { test, sheet, compares, notices } = prepareTest(given, options, chosen?.flat());
  const progress = options.onProgress === undefined ? {} : { onProgress: options.onProgress };
  const search: PairSearch =
    chosen === undefined
      ? searchAllPairs(test, sheet.persons.length, { adjustment, limit, ...progress })
      : comparePairs(test, chosen, { adjustment, ...progress });
  const counter = new MatchCounter(given);
  const pairs = search.pairs.map(({ a, b, statistic, p, adjustedP, expected }) => ({
    a: sheet.persons[a] ?? '',
    b: sheet.persons[b] ?? '',
    statistic,
    p,
    adjustedP,
    expected,
    ...counter.count(a, b),
    flagged: adjustedP <= alpha,
  }));
  const flagged = pairs.filter((pair) => pair.flagged);
  const said = [...notices];
  if (pairs.length < search.compared) {
    said.push(
      `Of ${search.compared} pairs the ${pairs.length} most improbable are listed; all entered the adjustment${test.scanIsExact ? '' : ', those far from improbable by an approximation'}.`,
    );
    if (flagged.length === pairs.length) said.push('Every listed pair is flagged: list more pairs to see all of them.');
  }
  return {
    method,
    compares,
    direction: test.directional ? 'a-from-b' : 'none',
    n: sheet.persons.length,
    items: sheet.items.length,
    compared: search.compared,
    tests: search.tests,
    adjustment,
    alpha,
    pairs,
    clusters: clusterPairs(sheet.persons, flagged),
    sample: judgeSample('answer-similarity', sheet.persons.length, options.override),
    notices: said,
    evidence: EVIDENCE_NOT_PROOF,
  };
}

const defaultLimit = ({ persons }: AnswerSheet): number =>
  persons.length * (persons.length - 1) <= 10_000 ? 5000 : 1000;

function indexPairs(
  persons: readonly string[],
  pairs: readonly { readonly a: string; readonly b: string }[],
): readonly (readonly [number, number])[] {
  const indexOf = new Map(persons.map((id, index) => [id, index]));
  return pairs.map(({ a, b }, at) => {
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first === undefined || second === undefined) {
      throw new RangeError(
        `pair ${at + 1}: there is no candidate "${first === undefined ? a : b}"; give ids of the data`,
      );
    }
    if (first === second) throw new RangeError(`pair ${at + 1} is of ${a} with itself; give two candidates`);
    return [first, second] as const;
  });
}

function requireOptions(
  { persons, items }: AnswerSheet,
  { method }: SimilarityOptions,
  adjustment: Adjustment,
  alpha: number,
  limit: number,
): void {
  if (persons.length < 2 || items.length < 1) {
    throw new RangeError(
      `similarity needs two candidates and an item; there are ${persons.length} and ${items.length}`,
    );
  }
  if (!SIMILARITY_METHODS.includes(method)) {
    throw new RangeError(`there is no method "${method}"; take one of ${SIMILARITY_METHODS.join(', ')}`);
  }
  if (!ADJUSTMENTS.includes(adjustment)) {
    throw new RangeError(`there is no adjustment "${adjustment}"; take one of ${ADJUSTMENTS.join(', ')}`);
  }
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; give a number between 0 and 1`);
  if (!(Number.isInteger(limit) && limit > 0)) throw new RangeError(`limit is ${limit}; give a whole number from 1`);
}
