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

/** How an assessment stands by its own facts and retake rule. */
export function readHistory(ledger: Ledger, assessment: Assessment, facts: readonly AttemptFact[]): AttemptHistory {
  const attempts = readAttempts(facts);
  const authorizations = [...attempts.values()].flatMap(({ authorization }) => authorization ?? []);
  const started = listStarted(attempts);
  const base = { assessment, authorizations };

  const passed = started.find(([, { passedAt }]) => passedAt !== undefined);
  if (passed !== undefined) {
    const [attempt, { result, passedAt, begun }] = passed;
    return {
      ...base,
      phase: 'passed',
      attempt,
      ...(begun === undefined ? {} : { begun }),
      ...(result === undefined ? {} : { result }),
      ...(passedAt === undefined ? {} : { passedAt, since: passedAt }),
    };
  }

  const last = started.at(-1);
  if (last === undefined) {
    const authorization = attempts.get(1)?.authorization;
    return {
      ...base,
      phase: 'next',
      attempt: 1,
      ...(authorization === undefined ? {} : { authorization, since: authorization.at }),
    };
  }
  const [number, attempt] = last;
  const { begun, handedInAt, result } = attempt;
  const earlier = started.map(([, { result: released }]) => released).findLast((released) => released !== undefined);
  const current = {
    ...base,
    attempt: number,
    ...(begun === undefined ? {} : { begun }),
    ...(attempt.authorization === undefined ? {} : { authorization: attempt.authorization }),
    ...(earlier === undefined ? {} : { result: earlier }),
  };
  if (result === undefined) {
    if (handedInAt !== undefined) return { ...current, phase: 'waiting', since: handedInAt };
    return { ...current, phase: 'under-way', ...(begun === undefined ? {} : { since: begun.at }) };
  }

  const { wait, attempts: allowed, within } = assessment.retake;
  const firstStart = earliestStart(started) ?? result.at;
  const retakeFrom = startOfDay(addPeriod(result.at, wait));
  const retakeUntil = endOfDay(addPeriod(firstStart, within));
  const next = number + 1;
  const authorization = attempts.get(next)?.authorization;
  // Staff may authorize an attempt beyond the rule, after an appeal for instance.
  const isRegular = next <= allowed && retakeFrom <= retakeUntil;
  const decided = { ...base, result };
  if (authorization !== undefined) {
    return {
      ...decided,
      phase: 'next',
      attempt: next,
      authorization,
      since: authorization.at,
      retakeFrom,
      retakeUntil,
    };
  }
  if (!isRegular) return { ...decided, phase: 'used-up', attempt: number, since: result.at };
  if (ledger.at > retakeUntil) {
    return { ...decided, phase: 'used-up', attempt: number, since: retakeUntil, retakeUntil };
  }
  return { ...decided, phase: 'next', attempt: next, since: result.at, retakeFrom, retakeUntil };
}
