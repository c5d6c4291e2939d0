import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  candidate: [route('operator', 'operator-page.tsx'), route('operator/outbox', 'platform-outbox-page.tsx')],
};
