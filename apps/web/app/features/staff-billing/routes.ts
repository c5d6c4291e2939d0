import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('billing', 'invoices-page.tsx'),
    route('billing/export.csv', 'invoices-csv.ts'),
    route('billing/ledger', 'ledger-page.tsx'),
    route('billing/ledger/export.csv', 'ledger-csv.ts'),
    route('billing/:invoiceId', 'invoice-page.tsx'),
    route('billing/:invoiceId/refund', 'refund-page.tsx'),
    route('billing/:invoiceId/pdf', 'invoice-pdf.ts'),
  ],
};
