import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { paymentRefunded, paymentSettled, voucherRedeemed, voucherRestored } from './events.ts';
import type { PaymentGateway } from './gateway.ts';
import { billingRoutes } from './routes.ts';
import { createTestGateway } from './test-gateway.ts';
import type { BillingDeps } from './vouchers/issue.ts';

export {
  type InvoicePayload,
  paymentRefunded,
  paymentSettled,
  type VoucherPayload,
  voucherRedeemed,
  voucherRestored,
} from './events.ts';
export type { PaymentGateway } from './gateway.ts';
export { issueInvoice } from './issue.ts';
export type { Letterhead } from './rules/document.ts';
export { voucherPurpose } from './rules/voucher.ts';
export type { InvoiceLine } from './store.ts';
export { createTestGateway } from './test-gateway.ts';
export { voidInvoice } from './void.ts';
export type { BillingDeps } from './vouchers/issue.ts';
export { restoreVouchers } from './vouchers/restore.ts';

export const billingModule = (
  platform: Platform,
  deps: BillingDeps,
  gateway: PaymentGateway = createTestGateway(),
): ModuleParts => ({
  name: 'billing',
  procedures: billingRoutes(platform, deps, gateway),
  emits: [paymentSettled, paymentRefunded, voucherRedeemed, voucherRestored],
});
