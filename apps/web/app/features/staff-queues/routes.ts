import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { index, route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    index('staff-home-page.tsx'),
    route('queues/:queue', 'queue-page.tsx'),
    route('queues/:queue/export.csv', 'queue-csv.ts'),
  ],
};
