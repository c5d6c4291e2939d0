import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('issuances', 'issuances-page.tsx'),
    route('reissues', 'reissues-page.tsx'),
    route('reissues/:reissueId', 'reissue-page.tsx'),
  ],
};
