import { addPeriod, endOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import { type AttemptHistory, needsAuthorization } from './attempts.ts';

/** When an attempt can be begun or handed in; `until` is its last instant, undefined while no end is set. */
export interface Window {
  readonly from: Instant;
  readonly until?: Instant;
}

function lastEnd(histories: readonly AttemptHistory[]): Instant | undefined {
  return histories
    .flatMap(({ authorizations }) => authorizations)
    .map(({ data }) => data.until)
    .sort()
    .at(-1);
}

/**
 * When a portfolio can be handed in. It shares the windows of what is scheduled; while something of that waits for its
 * next authorization the end is open. A portfolio that comes after something else, or is handed in anew, has a window of
 * its own length.
 */
function portfolioWindow(
  program: Program,
  portfolio: AttemptHistory,
  scheduled: readonly AttemptHistory[],
  openedAt: Instant,
): Window {
  const from = portfolio.retakeFrom ?? openedAt;
  const own = portfolio.authorization?.data;
  if (own !== undefined) return { from: own.from > from ? own.from : from, until: own.until };
  const length = endOfDay(addPeriod(from, program.authorization.window));
  if (portfolio.assessment.after !== undefined && portfolio.attempt === 1) return { from, until: length };
  if (scheduled.some(({ phase, authorization }) => phase === 'next' && authorization === undefined)) return { from };
  const shared = lastEnd(scheduled);
  if (portfolio.attempt === 1) return { from, until: shared ?? length };
  const longest = shared !== undefined && shared > length ? shared : length;
  const limit = portfolio.retakeUntil;
  return { from, until: limit !== undefined && limit < longest ? limit : longest };
}

/**
 * When the next attempt can be begun or handed in, once the application is accepted.
 *
 * @param scheduled the assessments that are authorized and wait for nothing else to be passed.
 * @param openedAt since when nothing else has had to be passed first.
 */
export function windowOf(
  program: Program,
  history: AttemptHistory,
  scheduled: readonly AttemptHistory[],
  openedAt: Instant,
): Window | undefined {
  const { assessment, authorization, retakeFrom, retakeUntil } = history;
  if (assessment.kind === 'portfolio') return portfolioWindow(program, history, scheduled, openedAt);
  if (!needsAuthorization(assessment)) {
    return { from: retakeFrom ?? openedAt, ...(retakeUntil === undefined ? {} : { until: retakeUntil }) };
  }
  return authorization === undefined ? undefined : { from: authorization.data.from, until: authorization.data.until };
}
