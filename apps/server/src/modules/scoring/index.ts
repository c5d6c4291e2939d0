import { subscribe } from '../../platform/jobs/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { attemptSealed } from '../delivery/index.ts';
import { examinerAssigned, listExaminersAsked } from '../scheduling/index.ts';
import { openRating } from './ratings.ts';
import { scoringRoutes } from './routes.ts';
import { scoreAttempt } from './score-attempt.ts';

export type { Released } from './release.ts';
export type { Mark } from './rules/score-portfolio.ts';

/** Who was asked to rate this candidate, whether or not they did: they may not decide on them. */
export const listExaminersOf = listExaminersAsked;

export const scoringModule = (platform: Platform): ModuleParts => ({
  name: 'scoring',
  procedures: scoringRoutes(platform),
  subscriptions: [
    subscribe(attemptSealed, 'scoring.score-attempt', ({ organizationId, ...sealed }) =>
      platform.inTenant(organizationId, (scope) => scoreAttempt(scope, sealed)),
    ),
    subscribe(examinerAssigned, 'scoring.open-rating', ({ organizationId, ...assigned }) =>
      platform.inTenant(organizationId, (scope) => openRating(scope, assigned, platform.config.PUBLIC_URL)),
    ),
  ],
});
