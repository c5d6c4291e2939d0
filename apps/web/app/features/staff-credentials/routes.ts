import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

const credential = 'credentials/:credentialId';

export const routes: FeatureRoutes = {
  staff: [
    route('credentials', 'credentials-page.tsx'),
    route('credentials/export.csv', 'credentials-csv.ts'),
    route(credential, 'credential-page.tsx'),
    route(`${credential}/suspend`, 'suspend-page.tsx'),
    route(`${credential}/reinstate`, 'reinstate-page.tsx'),
    route(`${credential}/revoke`, 'revoke-page.tsx'),
    route(`${credential}/revocation`, 'revocation-page.tsx'),
    route(`${credential}/certificate.pdf`, 'certificate-pdf.ts'),
    route(`${credential}/document`, 'credential-document.ts'),
  ],
};
