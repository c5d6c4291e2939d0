import { addPeriod, endOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import type { AttemptHistory } from './attempts.ts';

export interface Window {
  readonly from: Instant;
  /** The last instant of it. */
  readonly until: Instant;
}

function lastEnd(histories: readonly AttemptHistory[]): Instant | undefined {
  return histories
    .flatMap(({ authorizations }) => authorizations)
    .map(({ data }) => data.until)
    .sort()
    .at(-1);
}

/**
 * When a portfolio can be handed in, once the application is accepted. It shares the windows of the exams; while an
 * exam waits for its next authorization the end is open. A portfolio handed in anew has a window of its own length.
 *
 * @returns `until` undefined while no end is set.
 */
export function portfolioWindow(
  program: Program,
  portfolio: AttemptHistory,
  exams: readonly AttemptHistory[],
  acceptedAt: Instant,
): { from: Instant; until?: Instant } {
  const from = portfolio.retakeFrom ?? acceptedAt;
  const own = portfolio.authorization?.data;
  if (own !== undefined) return { from: own.from > from ? own.from : from, until: own.until };
  if (exams.some(({ phase, authorization }) => phase === 'next' && authorization === undefined)) return { from };
  const shared = lastEnd(exams);
  const length = endOfDay(addPeriod(from, program.authorization.window));
  if (portfolio.attempt === 1) return { from, until: shared ?? length };
  const longest = shared !== undefined && shared > length ? shared : length;
  const limit = portfolio.retakeUntil;
  return { from, until: limit !== undefined && limit < longest ? limit : longest };
}
