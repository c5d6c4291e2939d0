import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from './events.ts';
import { candidaciesJobs, candidaciesSchedules, candidaciesSubscriptions } from './jobs.ts';
import { type CandidaciesDeps, candidaciesRoutes } from './routes.ts';

export { beginCandidacy } from './commands/begin.ts';
export { editionsOfCandidacies } from './editions.ts';
export { candidacyChanged } from './events.ts';
export { recordFacts } from './facts.ts';
export { requireFiles } from './files.ts';
export { moveQueueEntry } from './projection.ts';
export type { CandidaciesDeps } from './routes.ts';
export type { NewFact } from './rules/drafts.ts';
export { feeRemindedBefore } from './rules/reminders.ts';
export { wasAskedForStatement } from './statements.ts';
export { type Candidacy, loadCandidacy } from './store.ts';
export { sweepOrganization } from './sweep.ts';

/** Until the root says who examines whom, no examiner opens a file. */
const nobodyExamines: CandidaciesDeps = { listExaminersOf: async () => [] };

export const candidaciesModule = (platform: Platform, deps: CandidaciesDeps = nobodyExamines): ModuleParts => ({
  name: 'candidacies',
  procedures: candidaciesRoutes(platform, deps),
  jobs: candidaciesJobs(platform),
  subscriptions: candidaciesSubscriptions(platform),
  schedules: candidaciesSchedules(platform),
  emits: [candidacyChanged],
});
