import type { PlayerMode } from '../interaction-props.ts';

/** How a part of the answer stands beside the key: `answer` where there is no key to compare with. */
export type Verdict = 'right' | 'wrong' | 'key' | 'answer';

/** The parts of answer and key, each once, and how they stand; nothing but the answer outside of review. */
export const verdictsOf = (
  given: readonly string[],
  key: readonly string[] | null,
  same: (a: string, b: string) => boolean = (a, b) => a === b,
): { part: string; verdict: Verdict }[] => {
  if (key === null) return given.map((part) => ({ part, verdict: 'answer' }));
  const holds = (list: readonly string[], part: string) => list.some((each) => same(each, part));
  return [
    ...given.map((part) => ({ part, verdict: holds(key, part) ? ('right' as const) : ('wrong' as const) })),
    ...key.filter((part) => !holds(given, part)).map((part) => ({ part, verdict: 'key' as const })),
  ];
};

/** The key's parts where it may be shown: in review, and only when there is one. */
export const keyShown = (mode: PlayerMode, parts: readonly string[]): readonly string[] | null =>
  mode === 'review' && parts.length > 0 ? parts : null;

/**
 * The same for orders, place by place: the parts are a place, from 0, and what stands there ("0 A"). What is right elsewhere
 * is not right here.
 */
export const orderVerdictsOf = (
  given: readonly string[],
  key: readonly string[] | null,
): { part: string; verdict: Verdict }[] => {
  const places = Array.from({ length: Math.max(given.length, key?.length ?? 0) }, (_, at) => at);
  return places.flatMap((at) =>
    verdictsOf(given.slice(at, at + 1), key === null ? null : key.slice(at, at + 1)).map(({ part, verdict }) => ({
      part: `${at} ${part}`,
      verdict,
    })),
  );
};
