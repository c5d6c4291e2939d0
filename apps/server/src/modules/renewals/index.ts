import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { remindHolder } from './remind.ts';
import { remindOfFees } from './remind-of-fees.ts';
import { renewalsRoutes } from './routes.ts';

export { findRenewalDraw } from './draws.ts';

export const renewalsModule = (platform: Platform): ModuleParts => ({
  name: 'renewals',
  procedures: renewalsRoutes(platform),
  subscriptions: [
    subscribe(candidacyChanged, 'renewals.remind-of-fees', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => remindOfFees(scope, platform.config.PUBLIC_URL, candidacyId)),
    ),
    subscribe(candidacyChanged, 'renewals.remind', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => remindHolder(scope, platform.config.PUBLIC_URL, candidacyId)),
    ),
  ],
});
