import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('attempts', 'attempts-page.tsx'),
    route('attempts/export.csv', 'attempts-csv.ts'),
    route('attempts/:attemptId/cancel', 'cancel-page.tsx'),
  ],
};
