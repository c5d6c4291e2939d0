import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/invoice-pdf';

/** The invoice, or the receipt once it is paid. */
export const loader = load(async ({ params: { invoiceId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.billing.getInvoicePdf({ invoiceId })),
);
