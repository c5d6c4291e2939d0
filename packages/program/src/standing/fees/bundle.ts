import { applies, type Circumstances } from '../../circumstances.ts';
import { findBundle, findFee } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Bundle } from '../../schema/program.ts';
import { type Ledger, select } from '../ledger/ledger.ts';

/**
 * The bundle by which first attempts are paid: the latest that was chosen before any of its fees was invoiced. One chosen
 * later is flagged and does not count.
 */
export function findChosenBundle(ledger: Ledger, circumstances: Circumstances): Bundle | undefined {
  let chosen: Bundle | undefined;
  const invoiced = new Set<string>();
  for (const fact of select(ledger, 'bundle-chosen', 'fee-invoiced')) {
    if (fact.kind === 'fee-invoiced') {
      if ((fact.data.attempt ?? 1) > 1) continue;
      for (const fee of findBundle(ledger.program, fact.data.fee)?.fees ?? [fact.data.fee]) invoiced.add(fee);
      continue;
    }
    const bundle = findBundle(ledger.program, fact.data.bundle);
    if (bundle === undefined) continue;
    const isThere = bundle.fees.every((id) => {
      const fee = findFee(ledger.program, id);
      return fee !== undefined && applies(fee, circumstances) !== false;
    });
    const given = [...(chosen?.fees ?? []), ...bundle.fees];
    if (!isThere || given.some((fee) => invoiced.has(fee))) {
      ledger.flag(fact, text('flag.bundle-too-late', { title: bundle.title }));
    } else chosen = bundle;
  }
  return chosen;
}
