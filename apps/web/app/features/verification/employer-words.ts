import type { ShownCredential } from './credential.ts';
import type { messages } from './messages.ts';

type Key = keyof typeof messages;

const meanings = {
  active: 'meansActive',
  'renewal-due': 'meansRenewalDue',
  'in-grace': 'meansInGrace',
  suspended: 'meansSuspended',
  lapsed: 'meansLapsed',
  expired: 'meansExpired',
  revoked: 'meansRevoked',
  surrendered: 'meansSurrendered',
  replaced: 'meansReplaced',
} as const satisfies Record<ShownCredential['state'], Key>;

const good: ReadonlySet<ShownCredential['state']> = new Set(['active', 'renewal-due', 'in-grace']);

/** What to make of it: a good state counts only where every check passed. */
export const meaningOf = (state: ShownCredential['state'], inForce: boolean): Key =>
  good.has(state) && !inForce ? 'meansUnconfirmed' : meanings[state];

/** The line beside the status. */
export const bandLineOf = (
  state: ShownCredential['state'],
  inForce: boolean,
): 'inForce' | 'unconfirmed' | 'notInForceSince' => {
  if (inForce) return 'inForce';
  return good.has(state) ? 'unconfirmed' : 'notInForceSince';
};
