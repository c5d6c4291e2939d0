import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { paymentRefunded, paymentSettled } from './events.ts';
import type { PaymentGateway } from './gateway.ts';
import { billingRoutes } from './routes.ts';
import { createTestGateway } from './test-gateway.ts';

export { type InvoicePayload, paymentRefunded, paymentSettled } from './events.ts';
export type { PaymentGateway } from './gateway.ts';
export { issueInvoice } from './issue.ts';
export type { Letterhead } from './rules/document.ts';
export { createTestGateway } from './test-gateway.ts';
export { voidInvoice } from './void.ts';

export const billingModule = (platform: Platform, gateway: PaymentGateway = createTestGateway()): ModuleParts => ({
  name: 'billing',
  procedures: billingRoutes(platform, gateway),
  emits: [paymentSettled, paymentRefunded],
});
