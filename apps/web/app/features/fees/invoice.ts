import type { Api } from '../../api.ts';
import type { Candidacy } from '../application/candidacy.ts';

export type Invoice = Awaited<ReturnType<Api['billing']['getInvoice']>>;

export const invoicePath = (candidacyId: string, invoiceId: string, rest = ''): string =>
  `/me/candidacies/${candidacyId}/fees/${invoiceId}${rest}`;

export const openMinor = ({ totalMinor, paidMinor }: Pick<Invoice, 'totalMinor' | 'paidMinor'>): number =>
  Math.max(0, totalMinor - paidMinor);

/** Ids of the invoices of a candidacy: those that are owed, and those that its history names, the latest first. */
export const invoiceIdsOf = ({ standing, history }: Pick<Candidacy, 'standing' | 'history'>): readonly string[] => {
  const owed = standing.owed.flatMap(({ invoiceId }) => invoiceId ?? []);
  const named = history.flatMap(({ kind, data: { invoiceId } }) =>
    kind === 'fee-invoiced' && typeof invoiceId === 'string' ? [invoiceId] : [],
  );
  return [...new Set([...owed, ...named])];
};
