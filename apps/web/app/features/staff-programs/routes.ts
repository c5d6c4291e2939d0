import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('programs', 'programs/programs-page.tsx'),
    route('programs/publish', 'programs/publish-page.tsx'),
    route('programs/schema.json', 'editor/schema-json.ts'),
    route('programs/:programId', 'programs/editions-page.tsx'),
    route('programs/:programId/edit', 'editor/editor-page.tsx'),
    route('programs/:programId/edit/affected', 'editor/affected/affected-page.tsx'),
    route('programs/:programId/editions/:edition', 'programs/program-file.ts'),
    route('items', 'items/items-page.tsx'),
    route('items/export.csv', 'items/items-csv.ts'),
    route('items/:itemId', 'items/item-page.tsx'),
    route('forms', 'forms/forms-page.tsx'),
    route('forms/publish', 'forms/publish-form-page.tsx'),
  ],
};
