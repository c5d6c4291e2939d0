import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const renew = 'me/credentials/:credentialId/renew';

export const routes: FeatureRoutes = {
  candidate: [
    route(renew, 'renewal-page.tsx'),
    route(`${renew}/way`, 'way-page.tsx'),
    route(`${renew}/log`, 'log-page.tsx'),
    route(`${renew}/submit`, 'submit-page.tsx'),
  ],
};
