import type { ModuleParts } from '../../platform/platform.ts';
import { type Delivery, deliverJob } from './jobs.ts';
import { notificationsProcedures, type Outbox } from './routes.ts';

export { type NewMessage, sendMessage, sendMessages } from './commands.ts';
export { mayLeave } from './rules.ts';

export const notificationsModule = (platform: Outbox & Delivery): ModuleParts => ({
  name: 'notifications',
  procedures: notificationsProcedures(platform),
  jobs: [deliverJob(platform)],
});
