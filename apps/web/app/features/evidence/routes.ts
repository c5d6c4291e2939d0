import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  candidate: [route('me/credentials/:credentialId/evidence', 'my-evidence-page.tsx')],
  staff: [
    route('credentials/:credentialId/evidence', 'staff-evidence-page.tsx'),
    route('credentials/:credentialId/evidence.json', 'staff-evidence-file.ts'),
  ],
  resource: [route('me/credentials/:credentialId/evidence.json', 'my-evidence-file.ts')],
};
