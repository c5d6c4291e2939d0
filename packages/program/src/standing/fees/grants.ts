import { addPeriod, endOfDay } from '../../calendar/instant.ts';
import { findBundle, findFee } from '../../lookup.ts';
import { feesIn } from '../../prices/lines.ts';
import type { Program } from '../../schema/program.ts';
import type { GrantStanding } from '../types.ts';
import type { Invoices } from './invoices.ts';

/**
 * What settled invoices have brought with them, from the day of the settlement on; what has ended is still listed. The
 * invoice of a second or later attempt brings nothing again.
 */
export function listGrants(program: Program, { all }: Invoices): readonly GrantStanding[] {
  return all.flatMap(({ issued, settledAt: from }) => {
    const { fee: id, attempt = 1 } = issued.data;
    const payable = findFee(program, id) ?? findBundle(program, id);
    if (from === undefined || payable === undefined || attempt > 1) return [];
    return feesIn(program, payable).flatMap((fee) =>
      (fee.grants ?? []).map((grant): GrantStanding => {
        const until = grant.period === undefined ? {} : { until: endOfDay(addPeriod(from, grant.period)) };
        const whom = grant.kind === 'membership' ? { payerClass: grant.payerClass } : { id: grant.id };
        return { fee: fee.id, kind: grant.kind, title: grant.title, ...whom, from, ...until };
      }),
    );
  });
}
