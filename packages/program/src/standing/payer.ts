import type { FactOf, Instant } from '../facts.ts';
import { defaultPayerClass, findPayerClass } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import { type Ledger, select } from './ledger/ledger.ts';

export interface PayerFinding {
  /** The class whose prices hold; a claimed one only once it is verified. */
  readonly payerClass: string;
  /** A claim that nobody has judged yet. */
  readonly pending?: FactOf<'membership-claimed'>;
  /** When the last claim was judged. */
  readonly judgedAt?: Instant;
}

/** Which prices hold for this person. A claim holds back the next invoice until it is judged. */
export function findPayer(ledger: Ledger): PayerFinding {
  const everybody = defaultPayerClass(ledger.program).id;
  let finding: PayerFinding = { payerClass: everybody };
  let hasClaimed = false;
  for (const fact of select(ledger, 'membership-claimed', 'membership-judged')) {
    const { payerClass } = fact.data;
    if (fact.kind === 'membership-judged') {
      if (!hasClaimed) ledger.flag(fact, text('flag.nothing-to-judge'));
      else finding = { payerClass: fact.data.verified ? payerClass : everybody, judgedAt: fact.at };
    } else if (findPayerClass(ledger.program, payerClass)?.proof === 'none') {
      finding = { payerClass: everybody };
    } else {
      hasClaimed = true;
      finding = { ...finding, pending: fact };
    }
  }
  return finding;
}
