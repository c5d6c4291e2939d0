import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  public: [route('plan', 'plan-page.tsx')],
  resource: [route('plan/:programId/plan.pdf', 'plan-pdf.ts'), route('plan/:programId/plan.ics', 'plan-calendar.ts')],
};
