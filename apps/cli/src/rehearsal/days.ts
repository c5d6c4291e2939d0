export const dayMs = 86_400_000;

/** The day of an instant, or of a day. */
export const dayOf = (at: string): string => at.slice(0, 10);

export const daysBefore = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(`${dayOf(day)}T00:00:00.000Z`) - days * dayMs).toISOString());
