import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

const key = 'keys/:keyId';

export const routes: FeatureRoutes = {
  staff: [
    route('keys', 'keys-page.tsx'),
    route('keys/rotate', 'rotate-page.tsx'),
    route('keys/rotation', 'rotation-page.tsx'),
    route(key, 'key-page.tsx'),
    route(`${key}/compromise`, 'compromise-page.tsx'),
    route(`${key}/withdrawal`, 'withdrawal-page.tsx'),
  ],
};
