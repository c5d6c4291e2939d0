import { findAssessment, isSession, type Session } from '@testamur/program';
import type { Api } from '../../api.ts';
import { apiProblemOf, refuse } from '../../loading/refusal.ts';
import { loadCandidacy } from '../application/candidacy.ts';

type Authorization = Awaited<ReturnType<Api['scheduling']['getAuthorization']>>;

/** The authorization, or why there is none yet although it is due. */
const findAuthorization = async (
  api: Api,
  at: { readonly candidacyId: string; readonly assessmentId: string },
): Promise<{ readonly authorization?: Authorization; readonly heldBy?: string }> => {
  try {
    return { authorization: await api.scheduling.getAuthorization(at) };
  } catch (error) {
    const problem = apiProblemOf(error);
    if (problem?.code === 'scheduling.waits-for-form') return { heldBy: problem.message };
    if (problem?.code === 'scheduling.not-authorized') return {};
    throw error;
  }
};

/** A session as its candidate sees it before it is held; other assessments have pages of their own. */
export const loadSession = async (api: Api, candidacyId: string, assessmentId: string, requestId: string) => {
  const { candidacy, program } = await loadCandidacy(api, candidacyId);
  const assessment = findAssessment(program, assessmentId);
  const found = candidacy.standing.assessments.find((one) => one.assessment === assessmentId);
  if (assessment === undefined || found === undefined || !isSession(assessment)) {
    throw refuse(404, { code: 'web.not-found', message: '', requestId });
  }
  const isAuthorized = found.state === 'open' || found.state === 'waiting-for-result';
  const authorization = isAuthorized ? await findAuthorization(api, { candidacyId, assessmentId }) : {};
  const session: Session = assessment;
  return { candidacy, program, session, found, ...authorization };
};

export type SessionData = Awaited<ReturnType<typeof loadSession>>;
