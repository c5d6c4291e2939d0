import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { getInvoiceView } from './queries.ts';
import { invoiceDocument } from './rules/document.ts';
import { getInvoice } from './store.ts';

export const getInvoicePdf = async ({ pdf, config }: Platform, scope: Scope, invoiceId: string): Promise<File> => {
  const { context } = await getInvoice(scope, invoiceId);
  const invoice = await getInvoiceView(scope, invoiceId);
  const demonstration = scope.organization.kind !== 'live';
  const path = invoice.candidacyId === undefined ? '/me' : `/me/candidacies/${invoice.candidacyId}/fees`;
  const payUrl = `${config.PUBLIC_URL}${path}`;
  const bytes = await pdf.render('invoice', invoiceDocument({ invoice, context, demonstration, payUrl }));
  return new File([new Uint8Array(bytes)], `${invoice.number}.pdf`, { type: 'application/pdf' });
};
