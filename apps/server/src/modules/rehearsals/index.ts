import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { rehearsalsRoutes } from './routes.ts';

export { moveClock } from './clock.ts';
export { type ProgramSetUp, setUpProgram } from './set-up.ts';

export const rehearsalsModule = (platform: Platform): ModuleParts => ({
  name: 'rehearsals',
  procedures: rehearsalsRoutes(platform),
});
