import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { index, route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  public: [index('home-page.tsx'), route('programs', 'programs-page.tsx')],
};
