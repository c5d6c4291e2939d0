import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { createCheckRate } from './rate.ts';
import { keepEntry } from './register.ts';
import { registryRoutes } from './routes.ts';
import { vcApiRoutes } from './vc-api.ts';

export const registryModule = (platform: Platform): ModuleParts => {
  const rate = createCheckRate(platform.config);
  return {
    name: 'registry',
    procedures: registryRoutes(platform, rate),
    routes: vcApiRoutes(platform, rate),
    subscriptions: [
      subscribe(candidacyChanged, 'registry.keep-entry', ({ organizationId, candidacyId }) =>
        platform.inTenant(organizationId, (scope) => keepEntry(scope, candidacyId)),
      ),
    ],
  };
};
