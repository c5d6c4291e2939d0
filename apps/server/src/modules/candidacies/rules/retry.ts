import { minuteMs } from '../../../kernel/index.ts';

const longestMinutes = 24 * 60;

/** When a candidacy whose standing failed so many times in a row is tried again: 1, 2, 4 … minutes, a day at most. */
export const retryAt = (now: Date, failures: number): Date =>
  new Date(now.getTime() + Math.min(2 ** (failures - 1), longestMinutes) * minuteMs);
