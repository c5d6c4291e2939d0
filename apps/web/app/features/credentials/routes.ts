import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const credential = 'me/credentials/:credentialId';

export const routes: FeatureRoutes = {
  candidate: [
    route('me/credentials', 'credentials-page.tsx'),
    route(credential, 'credential-page.tsx'),
    route(`${credential}/surrender`, 'surrender-page.tsx'),
  ],
  resource: [
    route(`${credential}/certificate.pdf`, 'certificate-pdf.ts'),
    route(`${credential}/card.pdf`, 'card-pdf.ts'),
    route(`${credential}/credential.json`, 'credential-document.ts'),
  ],
};
