import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { remindHourly, remindJob } from './jobs.ts';
import { renewalsRoutes } from './routes.ts';

export { enqueueReminders } from './jobs.ts';

export const renewalsModule = (platform: Platform): ModuleParts => ({
  name: 'renewals',
  procedures: renewalsRoutes(platform),
  jobs: [remindJob(platform)],
  schedules: [remindHourly(platform)],
});
