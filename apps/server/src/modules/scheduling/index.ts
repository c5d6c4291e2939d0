import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { formPublished } from '../item-bank/index.ts';
import { keepAuthorizations } from './authorize.ts';
import { examinerAssigned } from './events.ts';
import { listWaitingCandidacies } from './form-waits.ts';
import { schedulingRoutes } from './routes.ts';

export { examinerAssigned } from './events.ts';
export { findFormWait, findUnseenForm, keepFormWait } from './form-waits.ts';
export { listAssigned, listExaminersAsked, listPresentExaminers } from './panel.ts';
export { panelSize } from './rules/assessments.ts';
export { durationText } from './rules/duration.ts';
export { conflictOf } from './rules/examiners.ts';
export type { TestAuthorization } from './rules/letter.ts';
export { findTestAuthorization } from './store.ts';

export const schedulingModule = (platform: Platform): ModuleParts => {
  const { inTenant, config } = platform;
  return {
    name: 'scheduling',
    procedures: schedulingRoutes(platform),
    subscriptions: [
      subscribe(candidacyChanged, 'scheduling.keep-authorizations', ({ organizationId, candidacyId }) =>
        inTenant(organizationId, (scope) => keepAuthorizations(scope, candidacyId, config.PUBLIC_URL)),
      ),
      subscribe(formPublished, 'scheduling.go-on-with-form', async ({ organizationId, programId, assessmentId }) => {
        const waiting = await inTenant(organizationId, (scope) =>
          listWaitingCandidacies(scope, programId, assessmentId),
        );
        // Each in a transaction of its own: none holds the locks of many.
        for (const { candidacyId } of waiting) {
          await inTenant(organizationId, (scope) => keepAuthorizations(scope, candidacyId, config.PUBLIC_URL));
        }
      }),
    ],
    emits: [examinerAssigned],
  };
};
