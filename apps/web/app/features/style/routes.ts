import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

/** A gallery of all parts. Its loader answers 404 outside development. */
export const routes: FeatureRoutes = { public: [route('style', 'style-page.tsx')] };
