import { addPeriod, endOfDay, startOfDay } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import type { Assessment } from '../../schema/program.ts';
import type { Ledger } from '../ledger/ledger.ts';

type AttemptFact = FactOf<
  'test-authorized' | 'attempt-begun' | 'attempt-sealed' | 'portfolio-submitted' | 'result-released'
>;
export type Released = FactOf<'result-released'>;

/** What happened in one assessment, before fees and windows are looked at. */
export interface AttemptHistory {
  readonly assessment: Assessment;
  /**
   * `next`: the attempt is still to be begun. `under-way`: begun, not sealed. `waiting`: sealed or handed in.
   * `passed`: some attempt has passed. `used-up`: failed, and no attempt is left.
   */
  readonly phase: 'next' | 'under-way' | 'waiting' | 'passed' | 'used-up';
  /** The attempt under way or next, from 1; when passed or used up, the one that decided it. */
  readonly attempt: number;
  /** When it came into this phase. */
  readonly since?: Instant;
  readonly begun?: FactOf<'attempt-begun'>;
  /** The authorization of this attempt that counts, the latest one. */
  readonly authorization?: FactOf<'test-authorized'>;
  /** The latest authorization of every attempt. */
  readonly authorizations: readonly FactOf<'test-authorized'>[];
  /** The result that counts: the passing one, else the latest. */
  readonly result?: Released;
  /** Since when some attempt has been passed without interruption. */
  readonly passedAt?: Instant;
  /** After a failed attempt: when the next may begin, and until when at the latest. */
  readonly retakeFrom?: Instant;
  readonly retakeUntil?: Instant;
}

/** One attempt, by its number. */
interface Attempt {
  authorization?: FactOf<'test-authorized'>;
  begun?: FactOf<'attempt-begun'>;
  startedAt?: Instant;
  handedInAt?: Instant;
  result?: Released;
  passedAt?: Instant;
}

function readAttempts(facts: readonly AttemptFact[]): Map<number, Attempt> {
  const attempts = new Map<number, Attempt>();
  for (const fact of facts) {
    let attempt = attempts.get(fact.data.attempt);
    if (attempt === undefined) {
      attempt = {};
      attempts.set(fact.data.attempt, attempt);
    }
    if (fact.kind === 'test-authorized') {
      attempt.authorization = fact;
      continue;
    }
    attempt.startedAt ??= fact.at;
    if (fact.kind === 'attempt-begun') {
      attempt.begun ??= fact;
    } else if (fact.kind === 'result-released') {
      attempt.result = fact;
      if (!fact.data.passed) delete attempt.passedAt;
      else attempt.passedAt ??= fact.at;
    } else {
      attempt.handedInAt ??= fact.at;
    }
  }
  return attempts;
}

/** Attempts that were more than authorized, in the order of their numbers. */
function listStarted(attempts: ReadonlyMap<number, Attempt>): [number, Attempt][] {
  return [...attempts].filter(([, { startedAt }]) => startedAt !== undefined).sort(([a], [b]) => a - b);
}

function earliestStart(started: readonly [number, Attempt][]): Instant | undefined {
  return started
    .map(([, { startedAt }]) => startedAt)
    .filter((start) => start !== undefined)
    .sort()[0];
}

type Base = Pick<AttemptHistory, 'assessment' | 'authorizations'>;

function passedHistory(base: Base, number: number, { result, passedAt, begun }: Attempt): AttemptHistory {
  return {
    ...base,
    phase: 'passed',
    attempt: number,
    ...(begun === undefined ? {} : { begun }),
    ...(result === undefined ? {} : { result }),
    ...(passedAt === undefined ? {} : { passedAt, since: passedAt }),
  };
}

/** Begun or handed in, without a result yet; an earlier result is still shown. */
function pendingHistory(base: Base, number: number, attempt: Attempt, earlier: Released | undefined): AttemptHistory {
  const { begun, handedInAt, authorization } = attempt;
  const since = handedInAt ?? begun?.at;
  return {
    ...base,
    phase: handedInAt === undefined ? 'under-way' : 'waiting',
    attempt: number,
    ...(since === undefined ? {} : { since }),
    ...(begun === undefined ? {} : { begun }),
    ...(authorization === undefined ? {} : { authorization }),
    ...(earlier === undefined ? {} : { result: earlier }),
  };
}

/** After a failed attempt: the next one, while the retake rule or an authorization allows it. */
function failedHistory(
  base: Base,
  number: number,
  result: Released,
  firstStart: Instant,
  authorization: FactOf<'test-authorized'> | undefined,
  at: Instant,
): AttemptHistory {
  const { wait, attempts: allowed, within } = base.assessment.retake;
  const retakeFrom = startOfDay(addPeriod(result.at, wait));
  const retakeUntil = endOfDay(addPeriod(firstStart, within));
  const next = { ...base, result, phase: 'next', attempt: number + 1, retakeFrom, retakeUntil } as const;
  // Staff may authorize an attempt beyond the rule, after an appeal for instance.
  if (authorization !== undefined) return { ...next, authorization, since: authorization.at };
  const usedUp = { ...base, result, phase: 'used-up', attempt: number } as const;
  if (number >= allowed || retakeFrom > retakeUntil) return { ...usedUp, since: result.at };
  return at > retakeUntil ? { ...usedUp, since: retakeUntil, retakeUntil } : { ...next, since: result.at };
}

/** How an assessment stands by its own facts and retake rule. */
export function readHistory(ledger: Ledger, assessment: Assessment, facts: readonly AttemptFact[]): AttemptHistory {
  const attempts = readAttempts(facts);
  const authorizations = [...attempts.values()].flatMap(({ authorization }) => authorization ?? []);
  const base = { assessment, authorizations };
  const started = listStarted(attempts);

  const passed = started.find(([, { passedAt }]) => passedAt !== undefined);
  if (passed !== undefined) return passedHistory(base, ...passed);
  const last = started.at(-1);
  if (last === undefined) {
    const authorization = attempts.get(1)?.authorization;
    const booked = authorization === undefined ? {} : { authorization, since: authorization.at };
    return { ...base, phase: 'next', attempt: 1, ...booked };
  }
  const [number, attempt] = last;
  if (attempt.result === undefined) {
    const earlier = started.map(([, { result }]) => result).findLast((result) => result !== undefined);
    return pendingHistory(base, number, attempt, earlier);
  }
  const firstStart = earliestStart(started) ?? attempt.result.at;
  const authorization = attempts.get(number + 1)?.authorization;
  return failedHistory(base, number, attempt.result, firstStart, authorization, ledger.at);
}
