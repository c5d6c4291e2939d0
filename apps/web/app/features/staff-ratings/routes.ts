import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('ratings', 'rating/ratings-page.tsx'),
    route('ratings/:ratingId', 'rating/rating-page.tsx'),
    route('ratings/:ratingId/submit', 'rating/submit-rating-page.tsx'),
    route('ratings/:ratingId/files/:fileId', 'rating/work-file.ts'),
    route('candidacies/:candidacyId/course/:assessmentId', 'course/course-page.tsx'),
    route('results', 'results/results-page.tsx'),
    route('results/release', 'results/release-page.tsx'),
    route('results/export.csv', 'results/results-csv.ts'),
  ],
};
