import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  candidate: [route('me/candidacies/:candidacyId/exam/:assessmentId', 'lobby/lobby-page.tsx')],
  exam: [
    route('me/candidacies/:candidacyId/exam/:assessmentId/practice', 'practice/practice-page.tsx'),
    route('exam/:attemptId', 'player/player-page.tsx'),
    route('exam/:attemptId/signed-in', 'player/signed-in-page.tsx'),
  ],
};
