import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { issueIfDecided } from './decide.ts';
import { credentialingRoutes } from './routes.ts';

export { grantRenewal, type RenewalGrant } from './decide.ts';
export type { Issued } from './issue.ts';
export { credentialLife, type HistoryEntry } from './rules/history.ts';
export { readCredentialNumber } from './rules/number.ts';
export { isInForce, statesOf } from './rules/state.ts';
export { readStatusListAt } from './status-list.ts';
export { type Credential, type LoadedCredential, loadCredential } from './store.ts';

export const credentialingModule = (platform: Platform): ModuleParts => ({
  name: 'credentialing',
  procedures: credentialingRoutes(platform),
  subscriptions: [
    subscribe(candidacyChanged, 'credentialing.issue', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => issueIfDecided(scope, platform.config, candidacyId)),
    ),
  ],
});
