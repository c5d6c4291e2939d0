import type { Standing } from '@testamur/program';

const instantsOf = (standing: Standing): readonly (string | undefined)[] => [
  ...standing.deadlines.map((deadline) => deadline.at),
  ...standing.next.map((action) => action.by),
  ...standing.owed.map((owed) => owed.dueAt),
  ...standing.statements.flatMap(({ state, until }) => (state === 'waiting' ? [until] : [])),
  ...standing.grants.flatMap(({ from, until }) => [from, until]),
  ...standing.maintenance.flatMap(({ dueAt, graceUntil }) => [dueAt, graceUntil]),
  ...standing.assessments.flatMap(({ window, retakeFrom }) => [window?.from, window?.until, retakeFrom]),
  standing.credential?.validFrom,
  standing.credential?.validUntil,
  standing.renewal?.opensAt,
  standing.renewal?.dueAt,
  standing.renewal?.graceUntil,
];

/**
 * When the clock alone may change a standing next. An instant that is now is looked at once more right after it,
 * because a deadline may hold through its last millisecond.
 */
export const nextChangeAt = (standing: Standing, at: Date): Date | undefined => {
  const now = at.getTime();
  const ahead = instantsOf(standing)
    .filter((instant) => instant !== undefined)
    .map((instant) => Date.parse(instant))
    .filter((time) => time >= now)
    .map((time) => (time === now ? time + 1 : time));
  return ahead.length === 0 ? undefined : new Date(Math.min(...ahead));
};
