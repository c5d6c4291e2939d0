import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { guideRoutes } from './routes.ts';

export { copyPractice, importPractice } from './practice-store.ts';

export const guideModule = (platform: Platform): ModuleParts => ({
  name: 'guide',
  procedures: guideRoutes(platform),
});
