import type { FactOf } from '../facts.ts';
import { type Ledger, select } from './ledger/ledger.ts';

export interface AccommodationFinding {
  /** 1 is standard time. */
  readonly timeMultiplier: number;
  /** Requests made since the last decision. */
  readonly pending?: FactOf<'accommodation-requested'>;
}

/** What was granted stays granted: refusing a later request takes nothing away. */
export function findAccommodation(ledger: Ledger): AccommodationFinding {
  let timeMultiplier = 1;
  let pending: FactOf<'accommodation-requested'> | undefined;
  for (const fact of select(ledger, 'accommodation-requested', 'accommodation-decided')) {
    if (fact.kind === 'accommodation-requested') {
      pending ??= fact;
      continue;
    }
    pending = undefined;
    if (fact.data.granted) timeMultiplier = fact.data.timeMultiplier;
  }
  return pending === undefined ? { timeMultiplier } : { timeMultiplier, pending };
}
