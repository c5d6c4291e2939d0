import type { TimeLimits } from '../model/test.ts';
import type { PlannedItem } from './plan-test.ts';
import type { TestContent, TestSession } from './session.ts';

interface Timed {
  readonly what: string;
  readonly limits: TimeLimits;
  readonly seconds: number;
}

/** Adds seconds that the candidate has spent, to the test and to the part, sections and item that the candidate is at. */
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

/** Seconds until the nearest limit around the item; null when there is none, negative when it is over. */
export function secondsLeft(content: TestContent, session: TestSession, item: PlannedItem): number | null {
  const left = timed(content, session, item).flatMap(({ limits, seconds }) =>
    limits.maxSeconds === null ? [] : [limits.maxSeconds - seconds],
  );
  return left.length === 0 ? null : Math.min(...left);
}

/** Why it is too late to submit (QTI 3.0 ASI information model, class TimeLimits); undefined while it is not, or may be. */
export function tooLate(content: TestContent, session: TestSession, item: PlannedItem): string | undefined {
  const over = timed(content, session, item).find(
    ({ limits, seconds }) => limits.maxSeconds !== null && seconds > limits.maxSeconds && !limits.allowLateSubmission,
  );
  return over && `the time of ${over.what}, ${over.limits.maxSeconds} seconds, is over`;
}

/** Why it is too early to leave the item (class TimeLimits, minimum time of a linear part); undefined when it is not. */
export function tooEarly(content: TestContent, session: TestSession, item: PlannedItem): string | undefined {
  const { limits, seconds, what } = timed(content, session, item).at(-1) ?? {};
  const wanted = what === `the item "${item.identifier}"` ? (limits?.minSeconds ?? 0) : 0;
  if ((seconds ?? 0) >= wanted) return undefined;
  return `${what} is to be worked on for ${wanted} seconds at least`;
}

/** What limits the time around an item, the test first, the item last. */
function timed({ test }: TestContent, { durations }: TestSession, item: PlannedItem): Timed[] {
  const holders: readonly [string, TimeLimits | null, number | undefined][] = [
    ['the test', test.timeLimits, durations.test],
    [`the part "${item.part.identifier}"`, item.part.timeLimits, durations.parts[item.part.identifier]],
    ...item.sections.map(({ section }): [string, TimeLimits | null, number | undefined] => [
      `the section "${section.identifier}"`,
      section.timeLimits,
      durations.sections[section.identifier],
    ]),
    [`the item "${item.identifier}"`, item.ref.timeLimits, durations.items[item.identifier]],
  ];
  return holders.flatMap(([what, limits, seconds]) =>
    limits === null ? [] : [{ what, limits, seconds: seconds ?? 0 }],
  );
}
