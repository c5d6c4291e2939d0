import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('settings', 'members-page.tsx'),
    route('settings/export.csv', 'members-csv.ts'),
    route('settings/invite', 'invite-page.tsx'),
    route('settings/members/:personId', 'member-page.tsx'),
    route('settings/members/:personId/remove', 'remove-member-page.tsx'),
    route('member-lists', 'member-lists-page.tsx'),
    route('member-lists/:payerClass', 'member-list-page.tsx'),
  ],
};
