import { addPeriod, addPeriods, endOfDay, justAfter, startOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { FeeOf } from '../../schema/program.ts';
import type { FeeFinding } from '../fees/fee.ts';
import type { MaintenanceStanding } from '../types.ts';
import type { CredentialRecord } from './records.ts';

/** One yearly fee, before and after it is due. */
export interface MaintenanceFinding extends MaintenanceStanding {
  /** From when on it is invoiced. */
  readonly asksFrom: Instant;
  readonly finding: FeeFinding;
}

/** Asks what is known of the fee of one year. */
export type FindYear = (fee: FeeOf<'maintenance'>, year: number, isAsked: boolean) => FeeFinding;

function stateOf(finding: FeeFinding, dueAt: Instant, asksFrom: Instant, at: Instant): MaintenanceStanding['state'] {
  if (finding.state === 'settled' || finding.state === 'free') return 'settled';
  if (at > dueAt) return 'overdue';
  if (finding.state === 'open') return 'open';
  return at >= asksFrom ? 'to-invoice' : 'ahead';
}

/** More years than any career has. */
const mostYears = 200;

/**
 * The yearly fees of a certification: from its beginning, through the first that is not asked for yet, as far as the
 * credential in force goes. A fee that falls on the day after the last of a cycle belongs to the next cycle.
 */
export function findMaintenance(
  fees: readonly FeeOf<'maintenance'>[],
  records: readonly CredentialRecord[],
  at: Instant,
  findYear: FindYear,
): readonly MaintenanceFinding[] {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { validFrom } = first.granted.data;
  const { validUntil } = last.granted.data;
  return fees.flatMap((fee) => {
    const found: MaintenanceFinding[] = [];
    for (let year = 1; year <= mostYears; year++) {
      const anniversary = startOfDay(addPeriods(validFrom, fee.every, year));
      if (anniversary > validUntil) break;
      const dueAt = endOfDay(anniversary);
      const asksFrom = startOfDay(addPeriod(anniversary, fee.dueWithin, -1));
      const finding = findYear(fee, year, at >= asksFrom);
      const state = stateOf(finding, dueAt, asksFrom, at);
      const graceUntil = endOfDay(addPeriod(dueAt, fee.grace));
      found.push({ fee: fee.id, year, dueAt, graceUntil, state, asksFrom, finding });
      if (state === 'ahead') break;
    }
    return found;
  });
}

/** Since when a yearly fee has been overdue, in its grace or beyond it; the earliest counts. */
export function overdueOf(
  maintenance: readonly MaintenanceFinding[],
  at: Instant,
): { readonly dueSince?: Instant; readonly lapsedSince?: Instant } {
  const overdue = maintenance.filter(({ state }) => state === 'overdue');
  const [dueAt] = overdue.map((fee) => fee.dueAt).sort();
  const [graceUntil] = overdue
    .map((fee) => fee.graceUntil)
    .filter((end) => at > end)
    .sort();
  return {
    ...(dueAt === undefined ? {} : { dueSince: justAfter(dueAt) }),
    ...(graceUntil === undefined ? {} : { lapsedSince: justAfter(graceUntil) }),
  };
}
