import type { Program, RenewalRoute, RenewalStanding } from '@testamur/program';
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
  /** The way that is taken; undefined while there are several and none is chosen. */
  readonly route: RenewalRoute | undefined;
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
  const route = program.renewal.routes.find(({ id }) => id === renewal.route);
  return { credentialId, number, title, candidacy, program, renewal, route, latest: credential.credentialId };
};

export const renewPath = (credentialId: string, rest = ''): string => `/me/credentials/${credentialId}/renew${rest}`;

/** What one hour is called in the words of the messages. */
export const unitOf = (route: RenewalRoute | undefined): 'hours' | 'credits' =>
  route?.kind === 'education' ? (route.unit ?? 'hours') : 'hours';

/** What the way asks for is there: the hours, or the exam. */
export const isReady = ({ candidacy, renewal, route }: RenewalData): boolean => {
  if (route?.kind === 'education') return renewal.hoursMissing === 0;
  const exam = candidacy.standing.assessments.find(({ assessment }) => assessment === route?.assessment);
  return exam?.state === 'passed';
};

/** Another way can be chosen until the renewal is submitted. */
export const mayChooseRoute = ({ renewal }: Pick<RenewalData, 'renewal'>): boolean =>
  renewal.routes.length > 1 && (renewal.state === 'not-open' || renewal.state === 'open');
