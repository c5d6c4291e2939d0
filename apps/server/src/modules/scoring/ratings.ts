import { formatDay, newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy, moveQueueEntry } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { conflictOf } from '../scheduling/index.ts';
import { type Mark, requireLevels, scorePortfolio, unmarkedCriteria } from './rules/score-portfolio.ts';
import { type AttemptKey, assessmentOf, getRating, insertResult, type Rating } from './store.ts';

export interface RatingOrder extends AttemptKey {
  readonly examinerId: string;
}

/** Makes the rating that an examiner was asked for, once, and writes to them. */
export const openRating = async (scope: Scope, order: RatingOrder, publicUrl: string): Promise<void> => {
  const { trx, organization, now } = scope;
  const { candidacyId, assessmentId, attempt, examinerId } = order;
  const { program, number, personId } = await loadCandidacy(scope, candidacyId);
  const id = newId();
  const inserted = await trx
    .insertInto('rating')
    .values({
      organization_id: organization.id,
      id,
      candidacy_id: candidacyId,
      assessment_id: assessmentId,
      attempt,
      examiner_id: examinerId,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  await trx
    .insertInto('locator')
    .values({ id, kind: 'rating', organization_id: organization.id, person_id: personId })
    .execute();
  const examiner = await getPerson(trx, examinerId);
  const { title } = assessmentOf(program, assessmentId, 'portfolio');
  await sendMessage(scope, {
    personId: examinerId,
    to: examiner.email,
    template: 'scoring.rating-asked',
    subject: `Please rate: ${title}, ${number}`,
    body: [
      `Dear ${examiner.name},`,
      `${organization.name} asks you to rate the assessment "${title}" of the program ${program.title}, candidacy ${number}.`,
      `The work and the rubric are here: ${publicUrl}/staff/${organization.slug}/ratings/${id}`,
      'If you know the candidate by the work, or cannot judge it freely, do not rate it and tell the program manager.',
    ].join('\n\n'),
    occasion: `scoring.rating-asked:${id}`,
  });
  const detail = { assessmentId, attempt, examinerId };
  await recordAudit(scope, { action: 'scoring.openRating', subject: `rating:${id}`, detail });
};

/** @throws Problem `scoring.not-your-rating`, so that nobody reads what another was asked to rate. */
export const requireOwnRating = async (
  scope: Scope,
  ratingId: string,
  examinerId: string,
  options?: { readonly lock?: boolean },
): Promise<Rating> => {
  const rating = await getRating(scope, ratingId, options);
  if (rating.examinerId === examinerId) return rating;
  throw new Problem('forbidden', 'scoring.not-your-rating', 'Another examiner was asked for this rating.');
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
  requireLevels(assessmentOf(program, rating.assessmentId, 'portfolio'), marks);
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

/** Submits the marks. They make the result, which waits for its release. */
export const submitRating = async (scope: Scope, ratingId: string, examinerId: string, marks: readonly Mark[]) => {
  const { trx, organization, now } = scope;
  const rating = await requireOwnRating(scope, ratingId, examinerId, { lock: true });
  requireUnsubmitted(rating);
  // Locked: nobody becomes a reviewer of this candidate between the check and the commit.
  const candidacy = await loadCandidacy(scope, rating.candidacyId, { lock: true });
  requireNoConflict(candidacy, examinerId);
  const portfolio = assessmentOf(candidacy.program, rating.assessmentId, 'portfolio');
  requireLevels(portfolio, marks);
  const unmarked = unmarkedCriteria(portfolio, marks);
  if (unmarked.length > 0) {
    const fields = unmarked.map(({ id, title }) => ({
      path: `marks.${id}`,
      message: `Choose a level for "${title}".`,
    }));
    const message = `${fields.map((field) => field.message).join(' ')}`;
    throw new Problem('rule-broken', 'scoring.marks-missing', message, fields);
  }
  const comments = marks.flatMap(({ criterion, comment }) => (comment === '' ? [] : [{ criterion, comment }]));
  const score = scorePortfolio(portfolio, marks);
  if (!(await insertResult(scope, rating, rating.id, score, comments))) throw alreadySubmitted();
  await trx
    .updateTable('rating')
    .set({ marks: JSON.stringify(marks), saved_at: now, submitted_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', ratingId)
    .execute();
  await moveQueueEntry(scope, rating.candidacyId, rating.assessmentId, { from: 'ratings', to: 'results' });
};
