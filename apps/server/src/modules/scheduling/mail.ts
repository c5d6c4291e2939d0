import type { Scope } from '../../platform/http/index.ts';
import type { Candidacy } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import type { Sitting } from './rules/assessments.ts';
import { type LetterContext, mailOf, type TestAuthorization } from './rules/letter.ts';

/** An authorization, and what it is for. */
export interface Authorized {
  readonly candidacy: Candidacy;
  readonly assessment: Sitting;
  readonly authorization: TestAuthorization;
}

/** What the letter and the mail about an authorization need. */
export const letterContext = async (
  scope: Scope,
  publicUrl: string,
  { candidacy, assessment, authorization }: Authorized,
): Promise<LetterContext> => {
  const page = `${publicUrl}/me/candidacies/${candidacy.id}`;
  return {
    program: candidacy.program,
    assessment,
    authorization,
    candidateName: (await getPerson(scope.trx, candidacy.personId)).name,
    demonstration: scope.organization.kind !== 'live',
    url: assessment.kind === 'exam' ? `${page}/exam/${assessment.id}` : page,
  };
};

export const mailCandidate = async (
  scope: Scope,
  publicUrl: string,
  authorized: Authorized,
  why: Parameters<typeof mailOf>[1],
): Promise<void> => {
  const { candidacy, authorization } = authorized;
  const { email } = await getPerson(scope.trx, candidacy.personId);
  const context = await letterContext(scope, publicUrl, authorized);
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
