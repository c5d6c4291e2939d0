import type { TimeLimits } from '../model/test.ts';
import type { PlannedItem } from './plan-test.ts';
import { planOf, type TestContent, type TestSession } from './session.ts';

/** A maximum time that runs while the candidate is at an item (QTI 3.0 ASI information model, class TimeLimits). */
export interface RunningLimit {
  readonly of: 'test' | 'part' | 'section' | 'item';
  readonly identifier: string;
  /** 0 or negative when it is over. */
  readonly secondsLeft: number;
  /** Whether answers are taken after it. */
  readonly allowLateSubmission: boolean;
}

interface Timed extends Pick<RunningLimit, 'of' | 'identifier'> {
  readonly what: string;
  readonly limits: TimeLimits;
  readonly seconds: number;
  /** Whether another item is in it too. */
  readonly holds: (other: PlannedItem) => boolean;
}

/**
 * Adds seconds that the candidate has spent, to the test and to the part, sections and item that the candidate is at.
 */
export function spend(session: TestSession, item: PlannedItem, seconds: number): TestSession {
  if (!Number.isFinite(seconds) || seconds < 0) throw new RangeError(`seconds must be 0 or more; they are ${seconds}`);
  const add = (durations: Readonly<Record<string, number>>, identifiers: readonly string[]) => ({
    ...durations,
    ...Object.fromEntries(identifiers.map((identifier) => [identifier, (durations[identifier] ?? 0) + seconds])),
  });
  const { durations } = session;
  return {
    ...session,
    durations: {
      test: durations.test + seconds,
      parts: add(durations.parts, [item.part.identifier]),
      sections: add(
        durations.sections,
        item.sections.map(({ section }) => section.identifier),
      ),
      items: add(durations.items, [item.identifier]),
    },
  };
}

/** The maximum times that run while the candidate is at the item, that of the test first, its own last. */
export function limitsAround(content: TestContent, session: TestSession, item: PlannedItem): readonly RunningLimit[] {
  return timed(content, session, item).flatMap(({ of, identifier, limits: { maxSeconds, ...limits }, seconds }) => {
    if (maxSeconds === null) return [];
    return [{ of, identifier, secondsLeft: maxSeconds - seconds, allowLateSubmission: limits.allowLateSubmission }];
  });
}

/** Seconds until the nearest limit around the item; null when there is none, negative when it is over. */
export function secondsLeft(content: TestContent, session: TestSession, item: PlannedItem): number | null {
  const left = limitsAround(content, session, item).map((limit) => limit.secondsLeft);
  return left.length === 0 ? null : Math.min(...left);
}

/**
 * Why it is too late to submit (QTI 3.0 ASI information model, class TimeLimits); undefined while it is not, or may be.
 */
export function tooLate(content: TestContent, session: TestSession, item: PlannedItem): string | undefined {
  const over = timed(content, session, item).find(
    ({ limits, seconds }) => limits.maxSeconds !== null && seconds > limits.maxSeconds && !limits.allowLateSubmission,
  );
  return over && `the time of ${over.what}, ${over.limits.maxSeconds} seconds, is over`;
}

/**
 * Why it is too early to leave the item, or a section or part of which it is the last (class TimeLimits, minimum time);
 * undefined when it is not.
 */
export function tooEarly(content: TestContent, session: TestSession, item: PlannedItem): string | undefined {
  const { items } = planOf(content, session);
  const next = items[items.indexOf(item) + 1];
  const left = timed(content, session, item).find(
    ({ limits, seconds, holds }) => seconds < (limits.minSeconds ?? 0) && (next === undefined || !holds(next)),
  );
  return left && `${left.what} is to be worked on for ${left.limits.minSeconds} seconds at least`;
}

/** What limits the time around an item, the test first, the item last. */
function timed({ test }: TestContent, { durations }: TestSession, item: PlannedItem): Timed[] {
  const { part, sections, ref, identifier } = item;
  const holders: readonly (Omit<Timed, 'limits'> & { readonly limits: TimeLimits | null })[] = [
    {
      of: 'test',
      identifier: test.identifier,
      what: 'the test',
      limits: test.timeLimits,
      seconds: durations.test,
      holds: () => true,
    },
    {
      of: 'part',
      identifier: part.identifier,
      what: `the part "${part.identifier}"`,
      limits: part.timeLimits,
      seconds: durations.parts[part.identifier] ?? 0,
      holds: (other) => other.part === part,
    },
    ...sections.map((planned) => ({
      of: 'section' as const,
      identifier: planned.section.identifier,
      what: `the section "${planned.section.identifier}"`,
      limits: planned.section.timeLimits,
      seconds: durations.sections[planned.section.identifier] ?? 0,
      holds: (other: PlannedItem) => other.sections.includes(planned),
    })),
    {
      of: 'item',
      identifier,
      what: `the item "${identifier}"`,
      limits: ref.timeLimits,
      seconds: durations.items[identifier] ?? 0,
      holds: () => false,
    },
  ];
  return holders.flatMap(({ limits, ...holder }) => (limits === null ? [] : [{ ...holder, limits }]));
}
