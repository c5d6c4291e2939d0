import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const portfolio = 'me/candidacies/:candidacyId/portfolio/:assessmentId';

export const routes: FeatureRoutes = {
  candidate: [
    route(portfolio, 'portfolio-page.tsx'),
    route(`${portfolio}/pieces/new`, 'new-piece-page.tsx'),
    route(`${portfolio}/pieces/:pieceId`, 'piece-page.tsx'),
    route(`${portfolio}/pieces/:pieceId/remove`, 'remove-piece-page.tsx'),
    route(`${portfolio}/submit`, 'submit-page.tsx'),
  ],
};
