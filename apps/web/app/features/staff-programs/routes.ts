import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('programs', 'programs-page.tsx'),
    route('programs/publish', 'publish-page.tsx'),
    route('programs/:programId', 'program-page.tsx'),
    route('programs/:programId/editions/:edition', 'program-file.ts'),
    route('programs/:programId/items', 'items-page.tsx'),
    route('programs/:programId/items/:itemId', 'item-page.tsx'),
    route('programs/:programId/forms', 'forms-page.tsx'),
  ],
};
