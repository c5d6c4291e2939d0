import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

/** Every interaction in every state. Its loader answers 404 outside development. */
export const routes: FeatureRoutes = { public: [route('style/interactions', 'gallery-page.tsx')] };
