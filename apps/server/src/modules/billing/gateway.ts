/** One intention to pay one amount. */
export interface PaymentOrder {
  /** Ours; the gateway charges at most once an intent, however often it is asked. */
  readonly intentId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
}

export type Confirmation =
  | { readonly outcome: 'succeeded'; readonly reference: string }
  /** Nothing was charged, and the intent may be confirmed again with another card. */
  | { readonly outcome: 'declined'; readonly reason: string };

/**
 * Where cards are charged. Both calls are idempotent by the intent: whoever lost an answer, or died before writing it
 * down, asks again and gets the outcome that holds. A gateway that cannot be reached throws, and nothing is known.
 */
export interface PaymentGateway {
  readonly name: 'test';
  begin(order: PaymentOrder): Promise<void>;
  /** After a success, the answer is that success whatever card comes with the call. */
  confirm(order: PaymentOrder, card: { readonly number: string }): Promise<Confirmation>;
}
