import type { Confirmation, PaymentGateway } from './gateway.ts';

const declined = new Map([
  ['4000000000000002', 'The test card was declined.'],
  ['4000000000009995', 'The test card has insufficient funds.'],
]);
const accepted = '4242424242424242';

/**
 * Moves no money. It keeps the outcome of an intent as a gateway would, outside our transactions, until the server
 * ends; an intent that it has forgotten by then is confirmed anew.
 */
export const createTestGateway = (): PaymentGateway => {
  const succeeded = new Map<string, Confirmation>();
  return {
    name: 'test',
    begin: async () => undefined,
    confirm: async ({ intentId }, { number }) => {
      const kept = succeeded.get(intentId);
      if (kept) return kept;
      if (number !== accepted) {
        const reason = declined.get(number) ?? 'The test gateway accepts the card 4242 4242 4242 4242 alone.';
        return { outcome: 'declined', reason };
      }
      const success = { outcome: 'succeeded', reference: `test-${intentId}` } as const;
      succeeded.set(intentId, success);
      return success;
    },
  };
};
