import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { keepAuthorizations } from './authorize.ts';
import { examinerAssigned } from './events.ts';
import { schedulingRoutes } from './routes.ts';

export { listExaminersAsked } from './assign.ts';
export { examinerAssigned } from './events.ts';
export { conflictOf } from './rules/examiners.ts';
export type { TestAuthorization } from './rules/letter.ts';
export { durationText } from './rules/letter.ts';
export { findTestAuthorization } from './store.ts';

export const schedulingModule = (platform: Platform): ModuleParts => ({
  name: 'scheduling',
  procedures: schedulingRoutes(platform),
  subscriptions: [
    subscribe(candidacyChanged, 'scheduling.keep-authorizations', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => keepAuthorizations(scope, candidacyId, platform.config.PUBLIC_URL)),
    ),
  ],
  emits: [examinerAssigned],
});
