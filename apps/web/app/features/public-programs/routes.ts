import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  public: [
    route('programs/:programId', 'program-page.tsx'),
    route('programs/:programId/handbook', 'handbook-page.tsx'),
  ],
  resource: [
    route('programs/:programId/handbook.pdf', 'handbook-pdf.ts'),
    route('programs/:programId/ctdl.json', 'ctdl.ts'),
  ],
};
