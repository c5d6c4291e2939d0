import type { ItemResponse } from '@testamur/qti';
import type { Scope } from '../../platform/http/index.ts';
import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { createAnswers } from './answers/answers.ts';
import { answerRoute } from './answers/route.ts';
import { attemptSealed } from './events.ts';
import { sealJob, sealSweep } from './jobs.ts';
import { createPresence } from './presence.ts';
import { deliveryRoutes } from './routes.ts';
import { getAttempt, readAnswers } from './store.ts';

export { beginAttempt } from './begin.ts';
export { attemptSealed } from './events.ts';
export { getPreparedForm, type PreparedForm, type PreparedItem } from './form-cache.ts';
export { openAttempt } from './open.ts';
export { listPieces, type Piece } from './portfolio/pieces.ts';
export { seedOfItem } from './rules/seed-of-item.ts';
export { sealDueAttempts } from './seal.ts';
export { type AttemptTrace, groupHolds, traceAttempt, type WrittenGroup } from './trace.ts';

/** The responses that count, by item; items that were never answered are not in it. */
export const listFinalResponses = async (
  scope: Scope,
  attemptId: string,
): Promise<{ readonly formId: string; readonly responses: ReadonlyMap<string, ItemResponse> }> => {
  const { formId } = await getAttempt(scope, attemptId);
  const { responses } = await readAnswers(scope, attemptId);
  return { formId, responses };
};

export const deliveryModule = (platform: Platform): ModuleParts => {
  const presence = createPresence();
  const answers = createAnswers(platform, presence);
  return {
    name: 'delivery',
    procedures: deliveryRoutes(platform, answers, presence),
    routes: answerRoute(platform, answers),
    jobs: [sealJob(platform)],
    schedules: [sealSweep(platform)],
    emits: [attemptSealed],
  };
};
