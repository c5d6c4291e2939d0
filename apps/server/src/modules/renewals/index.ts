import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { remindHourly, remindJob } from './jobs.ts';
import { remindOfFees } from './remind-of-fees.ts';
import { renewalsRoutes } from './routes.ts';

export { enqueueReminders } from './jobs.ts';

export const renewalsModule = (platform: Platform): ModuleParts => ({
  name: 'renewals',
  procedures: renewalsRoutes(platform),
  jobs: [remindJob(platform)],
  subscriptions: [
    subscribe(candidacyChanged, 'renewals.remind-of-fees', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => remindOfFees(scope, platform.config.PUBLIC_URL, candidacyId)),
    ),
  ],
  schedules: [remindHourly(platform)],
});
