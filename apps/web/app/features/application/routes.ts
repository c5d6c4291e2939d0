import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const candidacy = 'me/candidacies/:candidacyId';

export const routes: FeatureRoutes = {
  public: [route('apply/:organization/:programId', 'ends/begin-page.tsx')],
  candidate: [
    route(candidacy, 'standing/standing-page.tsx'),
    route(`${candidacy}/apply/:section`, 'sections/section-page.tsx'),
    route(`${candidacy}/apply/:section/entries/:entry`, 'sections/entries/entry-page.tsx'),
    route(`${candidacy}/check`, 'ends/check-page.tsx'),
    route(`${candidacy}/submitted`, 'ends/submitted-page.tsx'),
    route(`${candidacy}/withdraw`, 'ends/withdraw-page.tsx'),
    route(`${candidacy}/listing`, 'ends/listing-page.tsx'),
  ],
  resource: [
    route(`${candidacy}/deadlines.ics`, 'standing/deadlines-calendar.ts'),
    route(`${candidacy}/application.pdf`, 'files/application-pdf.ts'),
    route(`${candidacy}/authorization/:assessmentId/letter.pdf`, 'files/authorization-pdf.ts'),
    route('me/files/:fileId', 'files/evidence-file.ts'),
  ],
};
