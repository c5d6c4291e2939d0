import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/invoice-pdf';

export const loader = load(async ({ params: { invoiceId } }: Route.LoaderArgs, { api }) =>
  fileResponse(await api.billing.getInvoicePdf({ invoiceId })),
);
