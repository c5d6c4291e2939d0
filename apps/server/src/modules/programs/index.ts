import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { noCandidacies, type ProgramsDeps } from './deps.ts';
import { previewJob } from './preview.ts';
import { programsRoutes } from './routes.ts';
import { moveJob, moveSchedule } from './transition.ts';

export { publishEdition } from './commands.ts';
export type { CandidacyLedger, Move, ProgramsDeps, UnderWay } from './deps.ts';
export { listOfferedPrograms, locateProgram, type OfferedProgram } from './queries.ts';
export { getEdition, listProgramsInForce } from './store.ts';
export { type EditionTrace, traceEdition } from './trace.ts';
export { moveDueCandidacies } from './transition.ts';

export const programsModule = (platform: Platform, deps: ProgramsDeps = noCandidacies): ModuleParts => ({
  name: 'programs',
  procedures: programsRoutes(platform, deps),
  jobs: [previewJob(platform, deps), moveJob(platform, deps)],
  schedules: [moveSchedule(platform, deps)],
});
