import type { FactOf, Instant } from '../facts.ts';
import { defaultPayerClass, findPayerClass } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import type { GrantStanding } from './types.ts';

export interface PayerFinding {
  /** The class whose prices hold: a claimed one once it is verified, else one that a fee has brought with it. */
  readonly payerClass: string;
  /** A claim that nobody has judged yet. */
  readonly pending?: FactOf<'membership-claimed'>;
  /** When the last claim was judged. */
  readonly judgedAt?: Instant;
}

/**
 * Which prices hold for this person. A claim holds back the next invoice until it is judged. A membership that came with
 * a fee holds for its time, and needs no judgment.
 */
export function findPayer(ledger: Ledger, grants: readonly GrantStanding[]): PayerFinding {
  const { program, at } = ledger;
  const everybody = defaultPayerClass(program).id;
  const granted = grants.findLast(
    ({ payerClass, from, until }) => payerClass !== undefined && from <= at && (until === undefined || at <= until),
  );
  const unclaimed = granted?.payerClass ?? everybody;
  let finding: PayerFinding = { payerClass: unclaimed };
  let hasClaimed = false;
  for (const fact of select(ledger, 'membership-claimed', 'membership-judged')) {
    const { payerClass } = fact.data;
    if (fact.kind === 'membership-judged') {
      if (!hasClaimed) ledger.flag(fact, text('flag.nothing-to-judge'));
      else finding = { payerClass: fact.data.verified ? payerClass : unclaimed, judgedAt: fact.at };
    } else if (findPayerClass(program, payerClass)?.proof === 'none') {
      finding = { payerClass: unclaimed };
    } else {
      hasClaimed = true;
      finding = { ...finding, pending: fact };
    }
  }
  return finding;
}
