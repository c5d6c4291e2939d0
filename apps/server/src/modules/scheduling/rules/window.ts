import { addPeriod, endOfDay } from '@testamur/program';

/**
 * When a candidate may begin: from the authorization, or from the day on which a retake is allowed, for the period of
 * the program. People read the end as a date, so it holds until the end of that day.
 */
export const windowOf = (
  now: Date,
  period: string,
  retakeFrom?: string,
): { readonly from: Date; readonly until: Date } => {
  const earliest = now.toISOString();
  const from = retakeFrom !== undefined && retakeFrom > earliest ? retakeFrom : earliest;
  return { from: new Date(from), until: new Date(endOfDay(addPeriod(from, period))) };
};
