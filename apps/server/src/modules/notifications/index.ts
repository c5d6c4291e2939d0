import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { type Delivery, deliverJob } from './jobs.ts';
import { notificationsProcedures } from './routes.ts';

export { type NewMessage, sendMessage } from './commands.ts';

export const notificationsModule = (platform: Pick<Platform, 'plumbing'> & Delivery): ModuleParts => ({
  name: 'notifications',
  procedures: notificationsProcedures(platform),
  jobs: [deliverJob(platform)],
});
