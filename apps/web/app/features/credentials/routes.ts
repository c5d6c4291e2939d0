import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const credential = 'me/credentials/:credentialId';

export const routes: FeatureRoutes = {
  candidate: [
    route('me/credentials', 'credentials-page.tsx'),
    route(credential, 'credential-page.tsx'),
    route(`${credential}/share`, 'sharing/share-page.tsx'),
    route(`${credential}/send`, 'sharing/send-page.tsx'),
    route(`${credential}/parts`, 'parts/parts-page.tsx'),
    route(`${credential}/letter`, 'downloads/letter-page.tsx'),
    route(`${credential}/mark`, 'mark/mark-page.tsx'),
    route(`${credential}/surrender`, 'surrender-page.tsx'),
  ],
  resource: [
    route('me/records/:organization', 'downloads/record.ts'),
    route(`${credential}/certificate.pdf`, 'downloads/certificate-pdf.ts'),
    route(`${credential}/card.pdf`, 'downloads/card-pdf.ts'),
    route(`${credential}/letter.pdf`, 'downloads/letter-pdf.ts'),
    route(`${credential}/badge/:form`, 'downloads/badge.ts'),
    route(`${credential}/credential.json`, 'downloads/credential-document.ts'),
    route(`${credential}/credential.jwt`, 'downloads/credential-jwt.ts'),
    route(`${credential}/mark/:form`, 'mark/mark-picture.ts'),
  ],
};
