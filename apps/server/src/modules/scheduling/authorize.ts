import { authorizationTerms, type Exam } from '@testamur/program';
import { DatabaseError } from 'pg';
import { newReadableNumber, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { type LetterContext, mailOf, type TestAuthorization } from './rules/letter.ts';
import {
  type AttemptKey,
  findTestAuthorization,
  insertTestAuthorization,
  moveWindow,
  setTimeMultiplier,
} from './store.ts';

export const examOf = ({ program }: Candidacy, assessmentId: string): Exam | undefined => {
  const found = program.assessments.find(({ id }) => id === assessmentId);
  return found?.kind === 'exam' ? found : undefined;
};

export const attemptOf = ({ standing }: Candidacy, assessmentId: string): number =>
  standing.assessments.find(({ assessment }) => assessment === assessmentId)?.attempt ?? 1;

export const notAuthorized = () =>
  new Problem(
    'rule-broken',
    'scheduling.not-authorized',
    'There is no authorization to test for this attempt. It is made once every requirement is met and the fee is paid.',
  );

/** What the letter and the mail about an authorization need. */
export const letterContext = async (
  scope: Scope,
  publicUrl: string,
  candidacy: Candidacy,
  exam: Exam,
  authorization: TestAuthorization,
): Promise<LetterContext> => ({
  program: candidacy.program,
  exam,
  authorization,
  candidateName: (await getPerson(scope.trx, candidacy.personId)).name,
  demonstration: scope.organization.kind !== 'live',
  examUrl: `${publicUrl}/me/candidacies/${candidacy.id}/exam/${exam.id}`,
});

const mailCandidate = async (
  scope: Scope,
  publicUrl: string,
  candidacy: Candidacy,
  exam: Exam,
  authorization: TestAuthorization,
  why: Parameters<typeof mailOf>[1],
) => {
  const { email } = await getPerson(scope.trx, candidacy.personId);
  const context = await letterContext(scope, publicUrl, candidacy, exam, authorization);
  const detail = {
    authorized: '',
    extended: `:${authorization.until.toISOString()}`,
    'time-changed': `:${authorization.timeMultiplier}`,
  }[why];
  await sendMessage(scope, {
    personId: candidacy.personId,
    to: email,
    template: `scheduling.${why}`,
    ...mailOf(context, why),
    occasion: `scheduling.${why}:${authorization.number}${detail}`,
  });
};

/** Authorizes the exams that the standing says the system has to authorize, and keeps unused ones up to date. */
export const keepAuthorizations = async (scope: Scope, candidacyId: string, publicUrl: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  for (const { kind, actor, subject = '' } of candidacy.standing.next) {
    const exam = examOf(candidacy, subject);
    if (!exam) continue;
    if (kind === 'authorize-test' && actor === 'system') await authorize(scope, candidacy, exam, publicUrl);
    if (kind === 'take-exam') await applyAccommodation(scope, candidacy, exam, publicUrl);
  }
};

const authorize = async (scope: Scope, candidacy: Candidacy, exam: Exam, publicUrl: string): Promise<void> => {
  const terms = authorizationTerms(candidacy.program, candidacy.standing, exam.id);
  const { attempt } = terms;
  const authorization: TestAuthorization = {
    number: `A-${newReadableNumber(6)}`,
    assessmentId: exam.id,
    attempt,
    from: new Date(terms.from),
    until: new Date(terms.until),
    minutes: exam.timeLimitMinutes,
    timeMultiplier: candidacy.standing.timeMultiplier,
    createdAt: scope.now,
  };
  if (!(await insertTestAuthorization(scope, candidacy.id, authorization))) return;
  await recordFacts(scope, candidacy.id, [
    {
      kind: 'test-authorized',
      data: terms,
      by: { kind: 'system' },
      once: `test-authorized:${exam.id}:${attempt}`,
    },
  ]);
  await mailCandidate(scope, publicUrl, candidacy, exam, authorization, 'authorized');
  await recordAudit(scope, {
    action: 'scheduling.authorizeTest',
    subject: `candidacy:${candidacy.id}`,
    detail: { assessmentId: exam.id, attempt, number: authorization.number },
  });
};

/** Extra time that was granted after the authorization holds for it, too, as long as the exam was not begun. */
const applyAccommodation = async (scope: Scope, candidacy: Candidacy, exam: Exam, publicUrl: string): Promise<void> => {
  const key: AttemptKey = { candidacyId: candidacy.id, assessmentId: exam.id, attempt: attemptOf(candidacy, exam.id) };
  const { timeMultiplier } = candidacy.standing;
  if (!(await setTimeMultiplier(scope, key, timeMultiplier))) return;
  const authorization = await getTestAuthorization(scope, key.candidacyId, key.assessmentId, key.attempt);
  await mailCandidate(scope, publicUrl, candidacy, exam, authorization, 'time-changed');
  await recordAudit(scope, {
    action: 'scheduling.applyAccommodation',
    subject: `candidacy:${candidacy.id}`,
    detail: { assessmentId: exam.id, attempt: key.attempt, timeMultiplier },
  });
};

/** @throws Problem `scheduling.not-authorized`. */
export const getTestAuthorization = async (
  scope: Scope,
  candidacyId: string,
  assessmentId: string,
  attempt: number,
): Promise<TestAuthorization> => {
  const found = await findTestAuthorization(scope, { candidacyId, assessmentId, attempt });
  if (!found) throw notAuthorized();
  return found;
};

export interface Extension {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly until: Date;
  readonly byPersonId: string;
}

/** Moves the end of the window of the attempt that is next; it opens anew where it had passed. */
export const extendWindow = async (
  scope: Scope,
  { candidacyId, assessmentId, until, byPersonId }: Extension,
  publicUrl: string,
): Promise<TestAuthorization> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.personId === byPersonId) {
    const message = 'This is your own candidacy: ask another program manager to move its window.';
    throw new Problem('rule-broken', 'scheduling.own-candidacy', message);
  }
  const exam = examOf(candidacy, assessmentId);
  if (!exam) throw notAuthorized();
  const attempt = attemptOf(candidacy, assessmentId);
  const before = await getTestAuthorization(scope, candidacyId, assessmentId, attempt);
  const isLater = until > scope.now && (await moveWindow(scope, { candidacyId, assessmentId, attempt }, until));
  if (!isLater) {
    const message = 'Choose a time that is later than the end of the window and later than now.';
    throw new Problem('invalid', 'scheduling.not-later', message, [{ path: 'until', message }]);
  }
  const authorization = { ...before, until };
  await recordFacts(scope, candidacyId, [
    {
      kind: 'test-authorized',
      data: { assessment: assessmentId, attempt, from: before.from.toISOString(), until: until.toISOString() },
      by: { kind: 'staff', id: byPersonId },
      once: `test-authorized:${assessmentId}:${attempt}:${until.toISOString()}`,
    },
  ]).catch(asBegunAnew);
  await mailCandidate(scope, publicUrl, candidacy, exam, authorization, 'extended');
  return authorization;
};

/** A candidacy that its window had closed opens again, unless the person has begun another one since. */
const asBegunAnew = (error: unknown): never => {
  if (!(error instanceof DatabaseError) || error.constraint !== 'candidacy_under_way') throw error;
  const message = 'The window had ended and closed this candidacy, and the person has begun another one since.';
  throw new Problem('conflict', 'scheduling.begun-anew', message);
};
