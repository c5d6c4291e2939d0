import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { programsRoutes } from './routes.ts';

export { publishEdition } from './commands.ts';
export { getEdition, listProgramsInForce } from './store.ts';

export const programsModule = (platform: Platform): ModuleParts => ({
  name: 'programs',
  procedures: programsRoutes(platform),
});
