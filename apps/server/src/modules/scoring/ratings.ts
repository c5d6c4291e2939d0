import { isSession } from '@testamur/program';
import { DatabaseError } from 'pg';
import { formatDay, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, moveQueueEntry, recordFacts } from '../candidacies/index.ts';
import { conflictOf, findTestAuthorization, listAssigned, panelSize } from '../scheduling/index.ts';
import { getRating, listSubmittedRatings, type Rating } from './rating-store.ts';
import { makeResult } from './results.ts';
import { checkHeldOn } from './rules/held-on.ts';
import { type Mark, requireLevels, requireMarks } from './rules/marks.ts';
import { scoreRated } from './rules/score-rated.ts';
import { ratedOf } from './store.ts';

/** @throws Problem `scoring.not-your-rating`, so that nobody reads what another was asked to rate. */
export const requireOwnRating = async (
  scope: Scope,
  ratingId: string,
  examinerId: string,
  options?: { readonly lock?: boolean },
): Promise<Rating> => {
  const rating = await getRating(scope, ratingId, options);
  if (rating.examinerId !== examinerId) {
    throw new Problem('forbidden', 'scoring.not-your-rating', 'Another examiner was asked for this rating.');
  }
  await requireAssigned(scope, rating);
  return rating;
};

const requireAssigned = async (scope: Scope, rating: Rating): Promise<void> => {
  const assigned = await listAssigned(scope, rating);
  if (assigned.some(({ examinerId }) => examinerId === rating.examinerId)) return;
  const message = 'You were released from this rating. Nothing more is asked of you.';
  throw new Problem('forbidden', 'scoring.not-your-rating', message);
};

const alreadySubmitted = (at?: Date) =>
  new Problem(
    'conflict',
    'scoring.already-submitted',
    at === undefined
      ? 'Another examiner has submitted a rating of this work, and it counts.'
      : `You submitted this rating on ${formatDay(at)}; it can no longer be changed.`,
  );

const requireUnsubmitted = ({ submittedAt }: Rating): void => {
  if (submittedAt !== undefined) throw alreadySubmitted(submittedAt);
};

export const saveRating = async (scope: Scope, ratingId: string, examinerId: string, marks: readonly Mark[]) => {
  const rating = await requireOwnRating(scope, ratingId, examinerId, { lock: true });
  requireUnsubmitted(rating);
  const { program } = await loadCandidacy(scope, rating.candidacyId);
  requireLevels(ratedOf(program, rating.assessmentId), marks);
  await scope.trx
    .updateTable('rating')
    .set({ marks: JSON.stringify(marks), saved_at: scope.now })
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', ratingId)
    .where('submitted_at', 'is', null)
    .execute();
};

const requireNoConflict = ({ personId: candidateId, facts }: Candidacy, examinerId: string): void => {
  const conflict = conflictOf({ personId: examinerId, candidateId, facts });
  if (conflict === undefined) return;
  // Said of "they" to those who assign; here the examiner is spoken to.
  const message = 'You may not examine this candidate: it is your own candidacy, or you reviewed or decided on it.';
  throw new Problem('rule-broken', 'scoring.conflict', message);
};

/** The day that was recorded of the session, once somebody of the panel has stated it. */
export const recordedDay = ({ facts }: Candidacy, { assessmentId, attempt }: Rating): string | undefined => {
  const fact = facts.find(
    ({ kind, data }) => kind === 'session-held' && data.assessment === assessmentId && data.attempt === attempt,
  );
  return fact?.kind === 'session-held' ? fact.data.heldOn : undefined;
};

export interface RatingSubmission {
  readonly ratingId: string;
  readonly examinerId: string;
  readonly marks: readonly Mark[];
  readonly heldOn?: string | undefined;
}

/**
 * Submits the marks. Once all of the panel have, they make the result, which waits for its release.
 *
 * @returns how many of the panel still have to submit.
 */
export const submitRating = async (
  scope: Scope,
  { ratingId, examinerId, marks, heldOn }: RatingSubmission,
): Promise<{ readonly missing: number }> => {
  const rating = await requireOwnRating(scope, ratingId, examinerId, { lock: true });
  requireUnsubmitted(rating);
  // Locked: nobody becomes a reviewer of this candidate, and nobody is released, between the check and the commit.
  const candidacy = await loadCandidacy(scope, rating.candidacyId, { lock: true });
  await requireAssigned(scope, rating);
  requireNoConflict(candidacy, examinerId);
  const assessment = ratedOf(candidacy.program, rating.assessmentId);
  requireLevels(assessment, marks);
  requireMarks(assessment, marks);
  const recorded = recordedDay(candidacy, rating);
  const window = await findTestAuthorization(scope, rating);
  const day = checkHeldOn({ assessment, heldOn, recorded, window, now: scope.now });
  await writeSubmission(scope, rating, marks, day);
  if (isSession(assessment) && day !== undefined && recorded === undefined) {
    await recordHeld(scope, rating, day);
  }
  const submitted = await listSubmittedRatings(scope, rating);
  const size = panelSize(assessment);
  if (submitted.length < size) return { missing: size - submitted.length };
  const panel = size === 1 ? [marks] : submitted.map((one) => one.marks);
  const comments = panel.flat().flatMap(({ criterion, comment }) => (comment === '' ? [] : [{ criterion, comment }]));
  const score = scoreRated(assessment, panel);
  await moveQueueEntry(scope, rating.candidacyId, rating.assessmentId, { from: 'ratings', to: 'results' });
  const isMade = await makeResult(scope, assessment, { key: rating, sourceId: rating.id, score, comments });
  if (!isMade) throw alreadySubmitted();
  return { missing: 0 };
};

const writeSubmission = async (
  { trx, organization, now }: Scope,
  { id }: Rating,
  marks: readonly Mark[],
  heldOn: string | undefined,
): Promise<void> => {
  await trx
    .updateTable('rating')
    .set({ marks: JSON.stringify(marks), held_on: heldOn ?? null, saved_at: now, submitted_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .execute();
};

const recordHeld = async (
  scope: Scope,
  { candidacyId, assessmentId, attempt, examinerId }: Rating,
  heldOn: string,
): Promise<void> => {
  await recordFacts(scope, candidacyId, [
    {
      kind: 'session-held',
      data: { assessment: assessmentId, attempt, heldOn },
      by: { kind: 'examiner', id: examinerId },
      once: `session-held:${assessmentId}:${attempt}`,
    },
  ]).catch(asBegunAnew);
};

/** Marks may come after the window; they open a candidacy that it had closed, unless another one was begun since. */
const asBegunAnew = (error: unknown): never => {
  if (!(error instanceof DatabaseError) || error.constraint !== 'candidacy_under_way') throw error;
  const message = 'The window had ended and closed this candidacy, and the person has begun another one since.';
  throw new Problem('conflict', 'scoring.begun-anew', message);
};
