import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);
const fees = 'me/candidacies/:candidacyId/fees';

export const routes: FeatureRoutes = {
  candidate: [
    route(fees, 'fees-page.tsx'),
    route(`${fees}/:invoiceId`, 'invoice-page.tsx'),
    route(`${fees}/:invoiceId/pay`, 'pay-page.tsx'),
  ],
  resource: [route(`${fees}/:invoiceId/receipt.pdf`, 'invoice-pdf.ts')],
};
