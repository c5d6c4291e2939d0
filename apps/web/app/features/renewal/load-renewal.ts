import type { Program, RenewalStanding } from '@testamur/program';
import type { Api } from '../../api.ts';
import { refuse } from '../../loading/refusal.ts';
import { type Candidacy, loadCandidacy } from '../application/candidacy.ts';

export interface RenewalData {
  readonly credentialId: string;
  readonly number: string;
  readonly title: string;
  readonly candidacy: Candidacy;
  readonly program: Program;
  readonly renewal: RenewalStanding;
  /** The credential that hours are counted for; another one when this was renewed. */
  readonly latest: string;
}

/** What the renewal of a credential needs; without a certification there is nothing to renew. */
export const loadRenewal = async (api: Api, credentialId: string, requestId: string): Promise<RenewalData> => {
  const { candidacyId, number, title } = await api.credentialing.getCredential({ credentialId });
  const { candidacy, program } = await loadCandidacy(api, candidacyId);
  const { renewal, credential } = candidacy.standing;
  if (renewal === undefined || credential === undefined) {
    throw refuse(404, { code: 'web.not-found', message: '', requestId });
  }
  return { credentialId, number, title, candidacy, program, renewal, latest: credential.credentialId };
};

export const renewPath = (credentialId: string, rest = ''): string => `/me/credentials/${credentialId}/renew${rest}`;

/** Hours are in quarters; sums of them are exact in binary. */
export const missingHours = ({ hoursNeeded, hoursLogged }: RenewalStanding): number =>
  Math.max(0, hoursNeeded - hoursLogged);
