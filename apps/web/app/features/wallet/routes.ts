import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  candidate: [route('me/credentials/:credentialId/wallet', 'wallet-page.tsx')],
};
