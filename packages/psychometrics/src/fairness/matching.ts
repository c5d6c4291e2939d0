import { NOT_PRESENTED, type ResponseMatrix } from '../data/response-matrix.ts';
import type { GroupSplit } from './groups.ts';

/** What a person is matched by, and how missing responses count. */
export interface MatchingOptions {
  /** One external criterion score per person instead of the total; null leaves the person out. */
  readonly matching?: readonly (number | null)[];
  /** Joins neighboring scores into at most this many strata of about equal size; without it, one stratum per score. */
  readonly strata?: number;
  /**
   * `zero` (the default): omitted and not reached are wrong, as scored. `omit`: they leave the person out of that item.
   */
  readonly missing?: 'zero' | 'omit';
}

/** The persons of both groups who count for one item: their matching score and their response. */
export interface MatchedItem {
  readonly scores: Float64Array;
  /** Categories, from 0. */
  readonly responses: Int16Array;
  /** 1 in the focal group, 0 in the reference group. */
  readonly focal: Uint8Array;
}

/** Matches persons for each item in turn. */
export interface Matcher {
  /**
   * @param item index of the studied item.
   * @param studied `in` adds the studied item to the matching score (Holland & Thayer, 1988), `out` takes it away.
   */
  readonly match: (item: number, studied: 'in' | 'out') => MatchedItem;
  /** Persons of the two groups who have a matching score. */
  readonly matched: readonly number[];
  /** How many of the two groups have none: part of it was not presented to them, or it is not given. */
  readonly unmatched: number;
}

/**
 * Prepares matching on the total over some items.
 *
 * @param clean one flag per item: whether it counts for the matching score. The studied item counts by `studied` alone.
 * @throws {RangeError} when there is not one external score per person, or fewer than two strata are asked for.
 */
export function matcher(
  data: ResponseMatrix,
  groups: GroupSplit,
  clean: readonly boolean[],
  options: MatchingOptions = {},
): Matcher {
  const { matching, missing = 'zero', strata } = options;
  const width = data.items.length;
  if (matching !== undefined && matching.length !== data.persons.length) {
    throw new RangeError(
      `there are ${data.persons.length} candidates and ${matching.length} matching scores; give one each`,
    );
  }
  if (strata !== undefined && !(Number.isInteger(strata) && strata >= 2)) {
    throw new RangeError(`${strata} strata cannot match anybody; give a whole number from 2`);
  }
  const members = data.persons.flatMap((_, person) => ((groups.membership[person] ?? -1) < 0 ? [] : [person]));
  const totals = new Float64Array(data.persons.length);
  /** How many items of the matching score were not presented. */
  const absent = new Int32Array(data.persons.length);
  for (const person of members) {
    if (matching !== undefined) {
      const given = matching[person];
      if (given === null || given === undefined || !Number.isFinite(given)) absent[person] = width + 1;
      else totals[person] = given;
      continue;
    }
    for (let item = 0; item < width; item += 1) {
      if (clean[item] !== true) continue;
      const value = data.values[person * width + item] ?? NOT_PRESENTED;
      if (value > 0) totals[person] = (totals[person] ?? 0) + value;
      if (value === NOT_PRESENTED) absent[person] = (absent[person] ?? 0) + 1;
    }
  }

  const match = (item: number, studied: 'in' | 'out'): MatchedItem => {
    const scores: number[] = [];
    const responses: number[] = [];
    const focal: number[] = [];
    for (const person of members) {
      const value = data.values[person * width + item] ?? NOT_PRESENTED;
      if (value === NOT_PRESENTED || (value < 0 && missing === 'omit') || (absent[person] ?? 0) > 0) continue;
      const response = Math.max(0, value);
      let score = totals[person] ?? 0;
      if (matching === undefined) {
        if (studied === 'in' && clean[item] !== true) score += response;
        if (studied === 'out' && clean[item] === true) score -= response;
      }
      scores.push(score);
      responses.push(response);
      focal.push(groups.membership[person] ?? 0);
    }
    const matched = Float64Array.from(scores);
    return {
      scores: strata === undefined ? matched : joinScores(matched, strata),
      responses: Int16Array.from(responses),
      focal: Uint8Array.from(focal),
    };
  };
  const whole = members.filter((person) => (absent[person] ?? 0) === 0);
  return { match, matched: whole, unmatched: members.length - whole.length };
}

/** Replaces scores by the number of their stratum; equal scores stay together. */
function joinScores(scores: Float64Array, strata: number): Float64Array {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  const stratumOf = new Map<number, number>();
  let below = 0;
  for (const [score, n] of [...counts].sort(([a], [b]) => a - b)) {
    stratumOf.set(score, Math.min(strata - 1, Math.floor(((below + n / 2) * strata) / scores.length)));
    below += n;
  }
  return scores.map((score) => stratumOf.get(score) ?? 0);
}
