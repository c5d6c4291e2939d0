import { authorizationTerms } from '@testamur/program';
import { newReadableNumber, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { forgetFormWaits, keepFormWait } from './form-waits.ts';
import { mailCandidate } from './mail.ts';
import { findSitting, type Sitting } from './rules/assessments.ts';
import type { TestAuthorization } from './rules/letter.ts';
import { type AttemptKey, findTestAuthorization, insertTestAuthorization, setTimeMultiplier } from './store.ts';

/** The attempt under way or next. */
export const attemptOf = ({ standing }: Candidacy, assessmentId: string): number =>
  standing.assessments.find(({ assessment }) => assessment === assessmentId)?.attempt ?? 1;

export const notAuthorized = () =>
  new Problem(
    'rule-broken',
    'scheduling.not-authorized',
    'There is no authorization to test for this attempt. It is made once every requirement is met and the fee is paid.',
  );

/** Authorizes what the standing says the system has to authorize, and keeps unused authorizations up to date. */
export const keepAuthorizations = async (scope: Scope, candidacyId: string, publicUrl: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const examsAhead: string[] = [];
  for (const { kind, actor, subject = '' } of candidacy.standing.next) {
    const assessment = findSitting(candidacy.program, subject);
    if (!assessment) continue;
    const isToAuthorize = kind === 'authorize-test' && actor === 'system';
    const isAhead = isToAuthorize || kind === 'take-exam' || kind === 'continue-exam' || kind === 'attend-session';
    if (!isAhead) continue;
    let waits = false;
    if (assessment.kind === 'exam') {
      examsAhead.push(assessment.id);
      waits = await keepFormWait(scope, { candidacy, exam: assessment, publicUrl });
    }
    if (isToAuthorize && !waits) await authorize(scope, candidacy, assessment, publicUrl);
    if (kind === 'take-exam' || kind === 'attend-session') {
      await applyAccommodation(scope, candidacy, assessment, publicUrl);
    }
  }
  await forgetFormWaits(scope, candidacyId, examsAhead);
};

const authorize = async (scope: Scope, candidacy: Candidacy, assessment: Sitting, publicUrl: string) => {
  const terms = authorizationTerms(candidacy.program, candidacy.standing, assessment.id);
  const { attempt } = terms;
  const authorization = newAuthorization(scope, candidacy, assessment, terms);
  if (!(await insertTestAuthorization(scope, candidacy.id, authorization))) return;
  await recordFacts(scope, candidacy.id, [
    {
      kind: 'test-authorized',
      data: terms,
      by: { kind: 'system' },
      once: `test-authorized:${assessment.id}:${attempt}`,
    },
  ]);
  await mailCandidate(scope, publicUrl, { candidacy, assessment, authorization }, 'authorized');
  await recordAudit(scope, {
    action: 'scheduling.authorizeTest',
    subject: `candidacy:${candidacy.id}`,
    detail: { assessmentId: assessment.id, attempt, number: authorization.number },
  });
};

export const newAuthorization = (
  { now }: Scope,
  { standing }: Candidacy,
  assessment: Sitting,
  terms: { readonly attempt: number; readonly from: string; readonly until: string },
): TestAuthorization => ({
  number: `A-${newReadableNumber(6)}`,
  assessmentId: assessment.id,
  attempt: terms.attempt,
  from: new Date(terms.from),
  until: new Date(terms.until),
  minutes: assessment.timeLimitMinutes,
  timeMultiplier: standing.timeMultiplier,
  createdAt: now,
});

/** Extra time that was granted after the authorization holds for it, too, as long as nothing was begun. */
const applyAccommodation = async (scope: Scope, candidacy: Candidacy, assessment: Sitting, publicUrl: string) => {
  const attempt = attemptOf(candidacy, assessment.id);
  const key: AttemptKey = { candidacyId: candidacy.id, assessmentId: assessment.id, attempt };
  const { timeMultiplier } = candidacy.standing;
  if (!(await setTimeMultiplier(scope, key, timeMultiplier))) return;
  const authorization = await getTestAuthorization(scope, key.candidacyId, key.assessmentId, attempt);
  await mailCandidate(scope, publicUrl, { candidacy, assessment, authorization }, 'time-changed');
  await recordAudit(scope, {
    action: 'scheduling.applyAccommodation',
    subject: `candidacy:${candidacy.id}`,
    detail: { assessmentId: assessment.id, attempt, timeMultiplier },
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
