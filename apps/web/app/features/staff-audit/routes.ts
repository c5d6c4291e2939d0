import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('audit', 'audit-page.tsx'),
    route('audit/verification', 'verification-page.tsx'),
    route('audit/export.json', 'chain.ts'),
    route('audit/export.csv', 'audit-csv.ts'),
  ],
};
