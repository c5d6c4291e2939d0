import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { candidacyChanged } from '../candidacies/index.ts';
import { attemptSealed } from '../delivery/index.ts';
import { examinerAssigned, listExaminersAsked, listPresentExaminers } from '../scheduling/index.ts';
import { openRating } from './open-rating.ts';
import { releaseDue } from './results.ts';
import { scoringRoutes } from './routes.ts';
import { scoreAttempt } from './score-attempt.ts';

export type { Released } from './release.ts';
export type { Mark } from './rules/marks.ts';
export { type ResultTrace, traceResult } from './trace.ts';

/** Who was asked to rate this candidate, whether or not they did: they may not decide on them. */
export const listExaminersOf = listExaminersAsked;

/** Those of them who were not released: they may open what the candidate handed in. */
export const listExaminersAtWork = listPresentExaminers;

export const scoringModule = (platform: Platform): ModuleParts => ({
  name: 'scoring',
  procedures: scoringRoutes(platform),
  subscriptions: [
    subscribe(candidacyChanged, 'scoring.release-due', ({ organizationId, candidacyId }) =>
      platform.inTenant(organizationId, (scope) => releaseDue(scope, candidacyId)),
    ),
    subscribe(attemptSealed, 'scoring.score-attempt', ({ organizationId, ...sealed }) =>
      platform.inTenant(organizationId, (scope) => scoreAttempt(scope, sealed)),
    ),
    subscribe(examinerAssigned, 'scoring.open-rating', ({ organizationId, ...assigned }) =>
      platform.inTenant(organizationId, (scope) => openRating(scope, assigned, platform.config.PUBLIC_URL)),
    ),
  ],
});
