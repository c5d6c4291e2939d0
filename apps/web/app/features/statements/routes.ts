import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  link: [
    route('reference/:token', 'statement-page.tsx', { id: 'statements/reference' }),
    route('attest/:token', 'statement-page.tsx', { id: 'statements/attest' }),
    route('statements/sent/:what', 'sent-page.tsx'),
    // What stands in the mails: it leads to the page of its kind.
    route('statements/:token', 'link-page.tsx'),
  ],
};
