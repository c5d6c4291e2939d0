import { addPeriod, endOfDay, startOfDay } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { isSession } from '../../lookup.ts';
import type { Assessment } from '../../schema/program.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** The facts that make up the attempts at an assessment. */
export const attemptKinds = [
  'test-authorized',
  'attempt-begun',
  'attempt-sealed',
  'portfolio-submitted',
  'session-held',
  'module-completed',
  'result-released',
] as const;

export type AttemptFact = FactOf<(typeof attemptKinds)[number]>;
export type Released = FactOf<'result-released'>;

/** Whether an attempt has to be authorized before it can be begun; portfolios and courses are open without. */
export function needsAuthorization(assessment: Assessment): boolean {
  return assessment.kind === 'exam' || isSession(assessment);
}

/** What happened in one assessment, before fees and windows are looked at. */
export interface AttemptHistory {
  readonly assessment: Assessment;
  /**
   * `next`: the attempt is still to be begun. `under-way`: begun, not sealed. `waiting`: sealed, handed in, held, or every
   * module completed.
   * `passed`: some attempt has passed. `used-up`: failed, and no attempt is left.
   */
  readonly phase: 'next' | 'under-way' | 'waiting' | 'passed' | 'used-up';
  /** The attempt under way or next, from 1; when passed or used up, the one that decided it. */
  readonly attempt: number;
  /** When it came into this phase. */
  readonly since?: Instant;
  readonly begun?: FactOf<'attempt-begun'>;
  /** Of a course: ids of the modules that are completed in this attempt, in the order of the program. */
  readonly modulesDone?: readonly string[];
  /** The authorization of this attempt that counts, the latest one. */
  readonly authorization?: FactOf<'test-authorized'>;
  /** The latest authorization of every attempt. */
  readonly authorizations: readonly FactOf<'test-authorized'>[];
  /** The result that counts: the passing one, else the latest. */
  readonly result?: Released;
  /** The latest result of every attempt. */
  readonly results: readonly Released[];
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
  modules: Set<string>;
  result?: Released;
  passedAt?: Instant;
}

function apply(
  attempt: Attempt,
  fact: Exclude<AttemptFact, { kind: 'test-authorized' }>,
  assessment: Assessment,
): void {
  attempt.startedAt ??= fact.at;
  switch (fact.kind) {
    case 'attempt-begun':
      // Begun anew under the same number after a cancellation: from then on the later one is meant.
      if (attempt.handedInAt === undefined) attempt.begun = fact;
      break;
    case 'result-released':
      attempt.result = fact;
      if (!fact.data.passed) delete attempt.passedAt;
      else attempt.passedAt ??= fact.at;
      break;
    case 'module-completed':
      attempt.modules.add(fact.data.module);
      if (assessment.kind !== 'course' || assessment.modules.list.some(({ id }) => !attempt.modules.has(id))) break;
      attempt.handedInAt ??= fact.at;
      break;
    default:
      attempt.handedInAt ??= fact.at;
  }
}

function readAttempts(facts: readonly AttemptFact[], assessment: Assessment): Map<number, Attempt> {
  const attempts = new Map<number, Attempt>();
  for (const fact of facts) {
    const attempt = attempts.get(fact.data.attempt) ?? { modules: new Set() };
    attempts.set(fact.data.attempt, attempt);
    if (fact.kind === 'test-authorized') attempt.authorization = fact;
    else apply(attempt, fact, assessment);
  }
  return attempts;
}

function modulesOf({ assessment }: Base, attempt: Attempt | undefined): Pick<AttemptHistory, 'modulesDone'> {
  if (assessment.kind !== 'course') return {};
  const done = assessment.modules.list.map(({ id }) => id).filter((id) => attempt?.modules.has(id) === true);
  return { modulesDone: done };
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

type Base = Pick<AttemptHistory, 'assessment' | 'authorizations' | 'results'>;

function passedHistory(base: Base, number: number, attempt: Attempt): AttemptHistory {
  const { result, passedAt, begun } = attempt;
  return {
    ...base,
    ...modulesOf(base, attempt),
    phase: 'passed',
    attempt: number,
    ...(begun === undefined ? {} : { begun }),
    ...(result === undefined ? {} : { result }),
    ...(passedAt === undefined ? {} : { passedAt, since: passedAt }),
  };
}

/** Begun or handed in, without a result yet; an earlier result is still shown. */
function pendingHistory(base: Base, number: number, attempt: Attempt, earlier: Released | undefined): AttemptHistory {
  const { begun, handedInAt, startedAt, authorization } = attempt;
  const since = handedInAt ?? begun?.at ?? startedAt;
  return {
    ...base,
    ...modulesOf(base, attempt),
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
  const next = {
    ...base,
    ...modulesOf(base, undefined),
    result,
    phase: 'next',
    attempt: number + 1,
    retakeFrom,
    retakeUntil,
  } as const;
  // Staff may authorize an attempt beyond the rule, after an appeal for instance.
  if (authorization !== undefined) return { ...next, authorization, since: authorization.at };
  const usedUp = { ...base, result, phase: 'used-up', attempt: number } as const;
  if (number >= allowed || retakeFrom > retakeUntil) return { ...usedUp, since: result.at };
  return at > retakeUntil ? { ...usedUp, since: retakeUntil, retakeUntil } : { ...next, since: result.at };
}

/** How an assessment stands by its own facts and retake rule. */
export function readHistory(ledger: Ledger, assessment: Assessment, facts: readonly AttemptFact[]): AttemptHistory {
  const attempts = readAttempts(facts, assessment);
  const authorizations = [...attempts.values()].flatMap(({ authorization }) => authorization ?? []);
  const started = listStarted(attempts);
  const results = started.flatMap(([, { result }]) => result ?? []);
  const base = { assessment, authorizations, results };

  const passed = started.find(([, { passedAt }]) => passedAt !== undefined);
  if (passed !== undefined) return passedHistory(base, ...passed);
  const last = started.at(-1);
  if (last === undefined) {
    const authorization = attempts.get(1)?.authorization;
    const booked = authorization === undefined ? {} : { authorization, since: authorization.at };
    return { ...base, ...modulesOf(base, undefined), phase: 'next', attempt: 1, ...booked };
  }
  const [number, attempt] = last;
  if (attempt.result === undefined) {
    return pendingHistory(base, number, attempt, results.at(-1));
  }
  const firstStart = earliestStart(started) ?? attempt.result.at;
  const authorization = attempts.get(number + 1)?.authorization;
  return failedHistory(base, number, attempt.result, firstStart, authorization, ledger.at);
}
