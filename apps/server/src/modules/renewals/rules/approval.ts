import type { Fact, RenewalStanding, Standing } from '@testamur/program';

export interface ApproverQuery {
  readonly personId: string;
  readonly candidateId: string;
  readonly facts: readonly Fact[];
  readonly renewal: RenewalStanding | undefined;
}

/** Why a person may not decide on this renewal: it is their own, or they judged what it rests on. */
export const approvalConflict = ({ personId, candidateId, facts, renewal }: ApproverQuery): string | undefined => {
  if (personId === candidateId) return 'This renewal is your own. Somebody else has to decide on it.';
  const entries = new Set(renewal?.entries.map(({ entryId }) => entryId));
  const judged = facts.some(
    (fact) => fact.kind === 'education-judged' && fact.by.id === personId && entries.has(fact.data.entryId),
  );
  return judged ? 'You judged education of this renewal. Somebody who did not has to decide on it.' : undefined;
};

/** What keeps a renewal from being approved. */
export const approvalObstacle = (
  standing: Standing,
):
  | { readonly code: 'renewals.nothing-to-decide' | 'renewals.short-of-hours'; readonly message: string }
  | undefined => {
  if (standing.next.some(({ kind }) => kind === 'approve-renewal')) return undefined;
  if (standing.next.some(({ kind }) => kind === 'issue-credential')) {
    const message = 'This renewal is approved already. Its certificate is being issued.';
    return { code: 'renewals.nothing-to-decide', message };
  }
  const { renewal, credential } = standing;
  if (renewal?.state === 'submitted' && credential?.status !== 'suspended') {
    const { hoursAccepted, hoursNeeded } = renewal;
    if (hoursAccepted < hoursNeeded) {
      const message = `${hoursAccepted} of ${hoursNeeded} hours are accepted. Judge the education that waits first.`;
      return { code: 'renewals.short-of-hours', message };
    }
    if (standing.next.some(({ kind }) => kind === 'review-education' || kind === 'log-education')) {
      const message = 'Not every kind of education has its minimum accepted. Judge the education that waits first.';
      return { code: 'renewals.short-of-hours', message };
    }
    return { code: 'renewals.nothing-to-decide', message: 'A fee of this renewal is not paid yet.' };
  }
  const message = 'No renewal waits for a decision here: none was submitted, or it was decided already.';
  return { code: 'renewals.nothing-to-decide', message };
};
