import type { Instant } from '../../facts.ts';
import type { AttemptHistory } from './attempts.ts';
import type { AssessmentFinding } from './finding.ts';

/** Why an assessment can no longer be passed, and since when. */
export interface Lost {
  readonly at: Instant;
  readonly cause: 'used-up' | 'retake-time' | 'fee' | 'window' | 'kept' | 'together';
}

/** What takes an assessment out of reach: attempts used up, a fee not paid in time, a window that has ended. */
export function lossOf(
  at: Instant,
  history: AttemptHistory,
  feeDueAt: Instant | undefined,
  until: Instant | undefined,
): Lost | undefined {
  if (history.phase === 'used-up') {
    const since = history.since ?? at;
    return { at: since, cause: since === history.retakeUntil ? 'retake-time' : 'used-up' };
  }
  if (history.phase !== 'next') return undefined;
  if (feeDueAt !== undefined && at > feeDueAt) return { at: feeDueAt, cause: 'fee' };
  if (until !== undefined && at > until) return { at: until, cause: 'window' };
  return undefined;
}

/** What waits for an assessment that is lost is lost with it, and so is what waits for that. */
export function withLossesBefore(found: readonly AssessmentFinding[]): readonly AssessmentFinding[] {
  const lostIds = new Map(
    found.flatMap(({ history, lost }) => (lost === undefined ? [] : [[history.assessment.id, lost]])),
  );
  const next = found.map((one): AssessmentFinding => {
    if (one.lost !== undefined) return one;
    const [lost] = (one.waitsFor ?? []).flatMap((id) => lostIds.get(id) ?? []);
    return lost === undefined ? one : { ...one, lost };
  });
  return next.every((one, index) => one === found[index]) ? found : withLossesBefore(next);
}
