import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [route('outbox', 'outbox-page.tsx'), route('outbox/export.csv', 'outbox-csv.ts')],
};
