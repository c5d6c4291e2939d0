import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

const candidacy = 'candidacies/:candidacyId';

export const routes: FeatureRoutes = {
  staff: [
    route('candidacies', 'list/candidacies-page.tsx'),
    route('candidacies/export.csv', 'list/candidacies-csv.ts'),
    route(candidacy, 'review-page.tsx'),
    route(`${candidacy}/decision`, 'decisions/decision-page.tsx'),
    route(`${candidacy}/renewal`, 'decisions/renewal-page.tsx'),
    route(`${candidacy}/examiner/:assessmentId`, 'assessments/examiner-page.tsx'),
    route(`${candidacy}/again/:assessmentId`, 'assessments/again-page.tsx'),
    route(`${candidacy}/window/:assessmentId`, 'assessments/window-page.tsx'),
    route(`${candidacy}/files/:fileId`, 'files/evidence.ts'),
    route(`${candidacy}/application.pdf`, 'files/application-pdf.ts'),
    route(`${candidacy}/score-report.pdf`, 'files/score-report-pdf.ts'),
    route(`${candidacy}/authorization/:assessmentId`, 'files/authorization-pdf.ts'),
  ],
};
