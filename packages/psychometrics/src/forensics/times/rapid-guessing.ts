import { listed } from '../../data/listed.ts';
import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { wilsonInterval } from '../../numeric/intervals.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';
import type { ResponseTimes } from './response-times.ts';
import { logTimes } from './response-times.ts';
import { type ThresholdRule, thresholdSeconds } from './thresholds.ts';

/** How much of an item's responses were solved, not guessed rapidly. */
export interface ItemEffort {
  readonly id: string;
  /** Seconds; a response below it is a rapid guess. Null where the rule finds none. */
  readonly thresholdSeconds: number | null;
  readonly n: number;
  readonly rapid: number;
  /** Response time fidelity: the share of responses that are no rapid guesses; null without a time. */
  readonly fidelity: number | null;
  /** Share of right answers among rapid guesses and among the others; null without scores or responses. */
  readonly rapidCorrect: number | null;
  readonly solvedCorrect: number | null;
}

/** How much of a person's responses were solved, not guessed rapidly. */
export interface PersonEffort {
  readonly id: string;
  readonly n: number;
  readonly rapid: number;
  /** Response time effort, the share of responses that are no rapid guesses; null without a time. */
  readonly effort: number | null;
  /** Wilson interval of the effort, 95 %. */
  readonly effortCi: readonly [number, number] | null;
  readonly flagged: boolean;
}

/** The effort of all candidates by response times. */
export interface RapidGuessing extends Evidence {
  readonly n: number;
  readonly rule: ThresholdRule['rule'];
  readonly items: readonly ItemEffort[];
  readonly persons: readonly PersonEffort[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Rapid guessing and response time effort.
 *
 * @param scores row by row 1, 0 or negative for missing, as in a response matrix of the same persons and items: tells
 *   whether what counts as rapid guessing is right by chance only.
 * @param flagBelow a person with less effort is flagged; 0.9 without it.
 * @throws {RangeError} for thresholds and shares that make no sense, scores of another size.
 * @see Wise & Kong (2005), Applied Measurement in Education 18(2); Wise & Ma (2012), NCME, for the normative threshold;
 *   Schnipke & Scrams (1997), Journal of Educational Measurement 34(3), for the mixture; Wise (2006), AME 19(2), for
 *   items.
 */
export function rapidGuessing(
  times: ResponseTimes,
  options: {
    readonly threshold?: ThresholdRule;
    readonly scores?: Int16Array;
    readonly flagBelow?: number;
    readonly override?: { readonly reason: string };
  } = {},
): RapidGuessing {
  const { threshold = { rule: 'normative' }, scores, flagBelow = 0.9 } = options;
  const { logs, width, count, timed } = logTimes(times);
  if (scores !== undefined && scores.length !== logs.length) {
    throw new RangeError(`${scores.length} scores for ${logs.length} times; give the same candidates and items`);
  }
  if (!(flagBelow > 0 && flagBelow <= 1)) throw new RangeError(`flagBelow is ${flagBelow}; give a share in (0, 1]`);
  const columns = times.items.map((_, item) => {
    const column: number[] = [];
    for (let at = item; at < logs.length; at += width) {
      const value = logs[at] ?? Number.NaN;
      if (!Number.isNaN(value)) column.push(value);
    }
    return column;
  });
  const limits = times.items.map((id, item) => thresholdSeconds(threshold, columns[item] ?? [], item, id, width));
  const isRapid = (at: number): boolean => {
    const limit = limits[at % width] ?? null;
    return limit !== null && (logs[at] ?? Number.NaN) < Math.log(limit);
  };
  const items = times.items.map((id, item) => {
    let rapid = 0;
    const scored = { rapid: [0, 0], solved: [0, 0] };
    for (let at = item; at < logs.length; at += width) {
      if (Number.isNaN(logs[at] ?? Number.NaN)) continue;
      const guessed = isRapid(at);
      if (guessed) rapid += 1;
      const score = scores?.[at] ?? -1;
      if (score < 0) continue;
      const cell = guessed ? scored.rapid : scored.solved;
      cell[score > 0 ? 1 : 0] = (cell[score > 0 ? 1 : 0] ?? 0) + 1;
    }
    const n = columns[item]?.length ?? 0;
    return {
      id,
      thresholdSeconds: limits[item] ?? null,
      n,
      rapid,
      fidelity: n > 0 ? 1 - rapid / n : null,
      rapidCorrect: shareRight(scored.rapid),
      solvedCorrect: shareRight(scored.solved),
    };
  });
  const persons = Array.from({ length: count }, (_, person) => {
    let n = 0;
    let rapid = 0;
    for (let at = person * width; at < (person + 1) * width; at += 1) {
      if (Number.isNaN(logs[at] ?? Number.NaN)) continue;
      n += 1;
      if (isRapid(at)) rapid += 1;
    }
    const effort = n > 0 ? 1 - rapid / n : null;
    return {
      id: times.persons[person] ?? '',
      n,
      rapid,
      effort,
      effortCi: wilsonInterval(n - rapid, n),
      flagged: effort !== null && effort < flagBelow,
    };
  });
  const none = items.filter(({ thresholdSeconds }) => thresholdSeconds === null).map(({ id }) => id);
  return {
    n: timed,
    rule: threshold.rule,
    items,
    persons,
    sample: judgeSample('classical', timed, options.override),
    notices: none.length === 0 ? [] : [`No rapid responses set apart, so none counted: ${listed(none)}.`],
    evidence: EVIDENCE_NOT_PROOF,
  };
}

function shareRight([wrong = 0, right = 0]: readonly number[]): number | null {
  return wrong + right > 0 ? right / (wrong + right) : null;
}
