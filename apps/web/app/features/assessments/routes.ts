import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const candidacy = 'me/candidacies/:candidacyId';

export const routes: FeatureRoutes = {
  candidate: [
    route(`${candidacy}/session/:assessmentId`, 'session-page.tsx'),
    route(`${candidacy}/course/:assessmentId`, 'course-page.tsx'),
  ],
};
