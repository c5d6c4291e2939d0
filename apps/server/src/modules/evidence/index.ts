import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { evidenceRoutes } from './routes.ts';

export const evidenceModule = (platform: Platform): ModuleParts => ({
  name: 'evidence',
  procedures: evidenceRoutes(platform),
});
