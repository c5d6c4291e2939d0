import { DatabaseError } from 'pg';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { attemptOf, getTestAuthorization, newAuthorization, notAuthorized } from './authorize.ts';
import { findUnseenForm, waitsForForm } from './form-waits.ts';
import { mailCandidate } from './mail.ts';
import { findSitting, type Sitting } from './rules/assessments.ts';
import type { TestAuthorization } from './rules/letter.ts';
import { insertTestAuthorization, moveWindow } from './store.ts';

export interface WindowOrder {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly until: Date;
  readonly byPersonId: string;
}

const notLater = () => {
  const message = 'Choose a time that is later than the end of the window and later than now.';
  return new Problem('invalid', 'scheduling.not-later', message, [{ path: 'until', message }]);
};

const load = async (
  scope: Scope,
  { candidacyId, assessmentId, byPersonId }: WindowOrder,
): Promise<{ readonly candidacy: Candidacy; readonly assessment: Sitting }> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.personId === byPersonId) {
    const message = 'This is your own candidacy: ask another program manager to set its window.';
    throw new Problem('rule-broken', 'scheduling.own-candidacy', message);
  }
  const assessment = findSitting(candidacy.program, assessmentId);
  if (!assessment) throw notAuthorized();
  return { candidacy, assessment };
};

const record = async (
  scope: Scope,
  { candidacyId, assessmentId, byPersonId }: WindowOrder,
  { attempt, from, until }: TestAuthorization,
): Promise<void> => {
  await recordFacts(scope, candidacyId, [
    {
      kind: 'test-authorized',
      data: { assessment: assessmentId, attempt, from: from.toISOString(), until: until.toISOString() },
      by: { kind: 'staff', id: byPersonId },
      once: `test-authorized:${assessmentId}:${attempt}:${until.toISOString()}`,
    },
  ]).catch(asBegunAnew);
};

/** Moves the end of the window of the attempt that is next; it opens anew where it had passed. */
export const extendWindow = async (scope: Scope, order: WindowOrder, publicUrl: string): Promise<TestAuthorization> => {
  const { candidacyId, assessmentId, until } = order;
  const { candidacy, assessment } = await load(scope, order);
  const attempt = attemptOf(candidacy, assessmentId);
  const before = await getTestAuthorization(scope, candidacyId, assessmentId, attempt);
  const isLater = until > scope.now && (await moveWindow(scope, { candidacyId, assessmentId, attempt }, until));
  if (!isLater) throw notLater();
  const authorization = { ...before, until };
  await record(scope, order, authorization);
  await mailCandidate(scope, publicUrl, { candidacy, assessment, authorization }, 'extended');
  return authorization;
};

/** One attempt more than the retake rule gives, after an appeal for instance. It costs nothing. */
export const authorizeAgain = async (
  scope: Scope,
  order: WindowOrder,
  publicUrl: string,
): Promise<TestAuthorization> => {
  const { candidacyId, assessmentId, until } = order;
  const { candidacy, assessment } = await load(scope, order);
  const found = candidacy.standing.assessments.find((one) => one.assessment === assessmentId);
  // With attempts left, the next one goes by the rule and its fee.
  const isUsedUp =
    found?.state === 'failed' && found.result?.passed === false && found.attempt === found.result.attempt;
  if (!isUsedUp) {
    const message =
      'An attempt beyond the rule can be given only where all attempts that the rule gives were taken and not passed.';
    throw new Problem('rule-broken', 'scheduling.attempts-left', message);
  }
  if (until <= scope.now) throw notLater();
  const attempt = found.attempt + 1;
  if (assessment.kind === 'exam' && (await findUnseenForm(scope, candidacy, assessmentId, attempt)) === undefined) {
    throw waitsForForm(assessment.title);
  }
  const terms = { attempt, from: scope.now.toISOString(), until: until.toISOString() };
  const authorization = newAuthorization(scope, candidacy, assessment, terms);
  if (!(await insertTestAuthorization(scope, candidacyId, authorization))) throw notLater();
  await record(scope, order, authorization);
  await mailCandidate(scope, publicUrl, { candidacy, assessment, authorization }, 'authorized');
  return authorization;
};

/** A candidacy that its window had closed opens again, unless the person has begun another one since. */
const asBegunAnew = (error: unknown): never => {
  if (!(error instanceof DatabaseError) || error.constraint !== 'candidacy_under_way') throw error;
  const message = 'The window had ended and closed this candidacy, and the person has begun another one since.';
  throw new Problem('conflict', 'scheduling.begun-anew', message);
};
