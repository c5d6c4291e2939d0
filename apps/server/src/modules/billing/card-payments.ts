import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { PaymentGateway, PaymentOrder } from './gateway.ts';
import { getOpenInvoice, receivePayment } from './payments.ts';
import { getInvoice, type Invoice, type InvoiceState } from './store.ts';

/** The test gateway accepts a card that everybody knows: in earnest, it would settle fees for nothing. */
const refuseTest = ({ organization }: Scope, gateway: PaymentGateway): void => {
  if (gateway.name !== 'test' || organization.kind !== 'live') return;
  const message = `${organization.name} takes no cards here. Pay by other means, with the number of the invoice as the reference.`;
  throw new Problem('rule-broken', 'billing.no-card-payments', message);
};

/** Begins to pay what is open. An intent that was begun for the same amount is taken up again. */
export const beginPayment = async (scope: Scope, gateway: PaymentGateway, invoiceId: string) => {
  const { trx, organization, now } = scope;
  refuseTest(scope, gateway);
  const { invoice, openMinor } = await getOpenInvoice(scope, invoiceId);
  const { currency } = invoice;
  const begun = await trx
    .selectFrom('payment_intent')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('invoice_id', '=', invoiceId)
    .where('state', '=', 'begun')
    .where('gateway', '=', gateway.name)
    .where('amount_minor', '=', openMinor)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  const intentId = begun?.id ?? newId();
  if (!begun) {
    await trx
      .insertInto('payment_intent')
      .values({
        organization_id: organization.id,
        id: intentId,
        invoice_id: invoiceId,
        gateway: gateway.name,
        amount_minor: openMinor,
        currency,
        created_at: now,
      })
      .execute();
  }
  await gateway.begin(orderOf(invoice, intentId, openMinor));
  return { gateway: gateway.name, intentId, amountMinor: openMinor, currency };
};

const orderOf = (invoice: Invoice, intentId: string, amountMinor: number): PaymentOrder => ({
  intentId,
  amountMinor,
  currency: invoice.currency,
  description: `Invoice ${invoice.number}`,
});

/**
 * Charges the card. When the answer was lost, the same call finds out what holds: an intent that we have booked is
 * answered from our books, one that the gateway alone knows is booked now.
 */
export const confirmPayment = async (
  scope: Scope,
  gateway: PaymentGateway,
  { invoiceId, intentId, cardNumber }: { invoiceId: string; intentId: string; cardNumber: string },
): Promise<InvoiceState> => {
  const { trx, organization, now } = scope;
  refuseTest(scope, gateway);
  await getInvoice(scope, invoiceId, { lock: true });
  const intent = await trx
    .selectFrom('payment_intent')
    .select(['state', 'amount_minor'])
    .where('organization_id', '=', organization.id)
    .where('invoice_id', '=', invoiceId)
    .where('id', '=', intentId)
    .executeTakeFirst();
  if (!intent) {
    throw new Problem('not-found', 'billing.no-such-payment', 'No such payment was begun. Begin the payment again.');
  }
  if (intent.state === 'succeeded') return (await getInvoice(scope, invoiceId)).state;
  const { invoice, openMinor } = await getOpenInvoice(scope, invoiceId);
  if (intent.amount_minor > openMinor) {
    const message = 'Another payment has arrived meanwhile. Nothing was charged: begin the payment again.';
    throw new Problem('conflict', 'billing.amount-changed', message);
  }
  const order = orderOf(invoice, intentId, intent.amount_minor);
  const confirmation = await gateway.confirm(order, { number: cardNumber });
  if (confirmation.outcome === 'declined') {
    const message = `${confirmation.reason} Nothing was charged. Try again, or use another card.`;
    throw new Problem('rule-broken', 'billing.card-declined', message);
  }
  await trx
    .updateTable('payment_intent')
    .set({ state: 'succeeded' })
    .where('organization_id', '=', organization.id)
    .where('id', '=', intentId)
    .execute();
  const { reference } = confirmation;
  const payment = { amountMinor: order.amountMinor, method: 'card', reference, receivedAt: now } as const;
  return receivePayment(scope, invoice, openMinor, payment, null);
};
