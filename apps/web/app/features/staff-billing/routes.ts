import { relative } from '@react-router/dev/routes';
import type { FeatureRoutes } from '../../feature-routes.ts';

const { route } = relative(import.meta.dirname);

export const routes: FeatureRoutes = {
  staff: [
    route('billing', 'invoices-page.tsx'),
    route('billing/export.csv', 'invoices-csv.ts'),
    route('billing/ledger', 'ledger-page.tsx'),
    route('billing/ledger/export.csv', 'ledger-csv.ts'),
    route('billing/vouchers', 'vouchers/vouchers-page.tsx'),
    route('billing/vouchers/export.csv', 'vouchers/vouchers-csv.ts'),
    route('billing/vouchers/issue', 'vouchers/issue-page.tsx'),
    route('billing/vouchers/:voucherId/cancel', 'vouchers/cancel-page.tsx'),
    route('billing/:invoiceId', 'invoice-page.tsx'),
    route('billing/:invoiceId/refund', 'refund-page.tsx'),
    route('billing/:invoiceId/pdf', 'invoice-pdf.ts'),
  ],
};
