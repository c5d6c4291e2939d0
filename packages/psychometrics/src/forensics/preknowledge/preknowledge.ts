import { type ResponseMatrix, selectItems } from '../../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import type { Item } from '../../irt/items/item.ts';
import { chiSquare } from '../../numeric/distributions/chi-square.ts';
import { normal } from '../../numeric/distributions/normal.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';
import type { LognormalTimes } from '../times/lognormal.ts';
import type { ResponseTimes } from '../times/response-times.ts';
import { abilityShift } from './ability-shift.ts';
import { speedShift } from './speed-shift.ts';

/** A person on the items that may be known beforehand against the other items. */
export interface PreknowledgePerson {
  readonly id: string;
  /**
   * Signed root of the likelihood ratio of one ability against two; standard normal, high where the suspect items went
   * better.
   */
  readonly score: number | null;
  readonly scoreP: number | null;
  /** The same of the speed; high where the suspect items went faster. Null without times. */
  readonly time: number | null;
  readonly timeP: number | null;
  /** What is judged: `score` alone, or with times max(0, score)² + max(0, time)². */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly flagged: boolean;
}

/** The advantage on the suspect items of all candidates. */
export interface Preknowledge extends Evidence {
  readonly n: number;
  /** Items that may be known, and the others. */
  readonly suspectItems: number;
  readonly otherItems: number;
  readonly adjustment: Adjustment;
  readonly alpha: number;
  /** In the order of the data. */
  readonly persons: readonly PreknowledgePerson[];
  readonly sample: SampleJudgment;
}

/**
 * Tests each candidate for a better ability, and with times a higher speed, on items known to have leaked than on the
 * others: the signed likelihood ratio test, and with times the sum of both on the side of preknowledge, whose null
 * distribution is a mixture of chi-square with 0, 1 and 2 degrees of freedom with weights ¼, ½, ¼.
 *
 * @param suspect ids of the items that are known or said to have leaked, fixed before these data were seen.
 * @param items parameters of all items, found by id; taken as known, so calibrate without the persons suspected if
 *   possible.
 * @throws {RangeError} for ids that are not there, fewer than two suspect or two other items.
 * @see Sinharay (2017), Journal of Educational and Behavioral Statistics 42(1); Sinharay & Johnson (2020), British
 *   Journal of Mathematical and Statistical Psychology 73(3), for scores with times.
 */
export function preknowledge(
  data: ResponseMatrix,
  items: readonly Item[],
  suspect: readonly string[],
  options: {
    readonly times?: { readonly seconds: ResponseTimes; readonly model: Pick<LognormalTimes, 'items'> };
    readonly adjustment?: Adjustment;
    readonly alpha?: number;
    readonly override?: { readonly reason: string };
  } = {},
): Preknowledge {
  const { adjustment = 'bh', alpha = 0.05 } = options;
  const named = new Set(suspect);
  const unknown = suspect.filter((id) => !data.items.includes(id));
  if (unknown.length > 0)
    throw new RangeError(`there is no item ${unknown.slice(0, 8).join(', ')}; give ids of the data`);
  const columns = data.items.map((_, column) => column);
  const inside = columns.filter((column) => named.has(data.items[column] ?? ''));
  const outside = columns.filter((column) => !named.has(data.items[column] ?? ''));
  if (inside.length < 2 || outside.length < 2) {
    throw new RangeError(
      `there are ${inside.length} suspect items and ${outside.length} others; the test needs at least two of each`,
    );
  }
  const scores = abilityShift(selectItems(data, inside), selectItems(data, outside), data, items);
  const speeds = options.times === undefined ? null : speedShift(options.times.seconds, options.times.model, named);
  const found = data.persons.map((id, person) => {
    const score = scores[person] ?? null;
    const time = speeds?.get(id) ?? null;
    return {
      id,
      score,
      scoreP: score === null ? null : normal.upper(score),
      time,
      timeP: time === null ? null : normal.upper(time),
      ...jointly(score, time),
    };
  });
  const judged = found.filter(({ p }) => p !== null);
  const adjusted = adjustP(
    judged.map(({ p }) => p ?? 1),
    adjustment,
  );
  const adjustedOf = new Map(judged.map(({ id }, at) => [id, adjusted[at] ?? 1]));
  return {
    n: data.persons.length,
    suspectItems: inside.length,
    otherItems: outside.length,
    adjustment,
    alpha,
    persons: found.map((person) => {
      const adjustedP = adjustedOf.get(person.id) ?? null;
      return { ...person, adjustedP, flagged: adjustedP !== null && adjustedP <= alpha };
    }),
    sample: judgeSample('two-parameter', data.persons.length, options.override),
    evidence: EVIDENCE_NOT_PROOF,
  };
}

function jointly(
  score: number | null,
  time: number | null,
): { readonly statistic: number | null; readonly p: number | null } {
  if (score === null || time === null) {
    const only = score ?? time;
    return { statistic: only, p: only === null ? null : normal.upper(only) };
  }
  const sum = Math.max(0, score) ** 2 + Math.max(0, time) ** 2;
  return { statistic: sum, p: sum === 0 ? 1 : 0.5 * chiSquare.upper(sum, 1) + 0.25 * chiSquare.upper(sum, 2) };
}
