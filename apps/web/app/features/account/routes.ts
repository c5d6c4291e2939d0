import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  public: [
    route('sign-in', 'sign-in-page.tsx'),
    route('sign-in/second-factor', 'second-factor-page.tsx'),
    route('sign-up', 'sign-up-page.tsx'),
    route('confirm-email', 'confirm-email-page.tsx'),
    route('forgot-password', 'forgot-password-page.tsx'),
    route('reset-password', 'reset-password-page.tsx'),
    route('join/:token', 'join-page.tsx'),
    route('sign-out', 'sign-out.ts'),
  ],
  candidate: [
    route('me/account', 'account-page.tsx'),
    route('me/account/second-factor', 'set-up-second-factor-page.tsx'),
  ],
};
