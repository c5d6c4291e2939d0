import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  candidate: [route('me/candidacies/:candidacyId/results', 'results-page.tsx')],
  resource: [route('me/candidacies/:candidacyId/results.pdf', 'results-pdf.ts')],
};
