import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { issueIfDecided } from './decide.ts';
import { hostedAssertionRoute } from './hosted/route.ts';
import { issuanceJobs, issuanceSchedules } from './issuance/jobs.ts';
import { reissueJobs, reissueSchedules, reissueSubscriptions } from './reissue/jobs.ts';
import { credentialingRoutes } from './routes.ts';
import { statusJobs, statusSchedules, statusSubscriptions } from './status/jobs.ts';
import { statusListRoute } from './status/list-route.ts';

export { grantRenewal, type RenewalGrant } from './decide.ts';
export type { Prepared } from './issuance/prepare.ts';
export { type CredentialTrace, traceCredential } from './queries/trace.ts';
export { type DocumentVersion, documentVersionOf } from './reissue/versions.ts';
export { decisionConflict } from './rules/conflict.ts';
export { credentialLife, type HistoryEntry } from './rules/history.ts';
export { readCredentialNumber } from './rules/number.ts';
export { isInForce, statesOf } from './rules/state.ts';
export { type OpenedLink, openShareLink } from './sharing/open.ts';
export type { StatusConfig } from './status/lists.ts';
export { readStatusListAt } from './status/read.ts';
export { type Credential, type LoadedCredential, loadCredential } from './store.ts';

export const credentialingModule = (platform: Platform): ModuleParts => ({
  name: 'credentialing',
  procedures: credentialingRoutes(platform),
  routes: (server) => {
    statusListRoute(platform)(server);
    hostedAssertionRoute(platform)(server);
  },
  jobs: [...issuanceJobs(platform), ...statusJobs(platform), ...reissueJobs(platform)],
  schedules: [...issuanceSchedules(platform), ...statusSchedules(platform), ...reissueSchedules(platform)],
  subscriptions: [
    ...statusSubscriptions(platform),
    ...reissueSubscriptions(platform),
    subscribe(candidacyChanged, 'credentialing.issue', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => issueIfDecided(scope, platform.config, candidacyId)),
    ),
  ],
});
