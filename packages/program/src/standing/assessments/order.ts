import { latest } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { AttemptHistory } from './attempts.ts';

/** Those that have to be passed before it, as far as they are there for this candidate. */
function before({ assessment }: AttemptHistory, all: readonly AttemptHistory[]): readonly AttemptHistory[] {
  return all.filter((other) => assessment.after?.includes(other.assessment.id));
}

/** Ids of the assessments that have to be passed first and are not. An authorization given all the same opens it. */
export function waitsFor(history: AttemptHistory, all: readonly AttemptHistory[]): readonly string[] {
  if (history.phase !== 'next' || history.authorization !== undefined) return [];
  return before(history, all)
    .filter(({ phase }) => phase !== 'passed')
    .map(({ assessment }) => assessment.id);
}

/** Since when nothing before it has been in the way. */
export function openedAt(history: AttemptHistory, all: readonly AttemptHistory[], acceptedAt: Instant): Instant {
  return latest(acceptedAt, ...before(history, all).map(({ passedAt }) => passedAt)) ?? acceptedAt;
}
