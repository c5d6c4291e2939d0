import type { Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Deadline } from '../types.ts';
import type { MaintenanceFinding } from './maintenance.ts';
import type { RenewalFinding } from './renewal.ts';

/** The dates on which the credential turns; those that have passed are sorted out by the caller. */
export function deadlinesOfRenewal(renewal: RenewalFinding, at: Instant): readonly Deadline[] {
  const { terms, isHeld, fees } = renewal;
  const [feeDueAt] = fees
    .flatMap(({ state, invoice }) => (state === 'open' ? (invoice?.issued.data.dueAt ?? []) : []))
    .sort();
  const deadlines: Deadline[] = [];
  if (feeDueAt !== undefined) {
    deadlines.push({
      id: 'fee:renewal',
      at: feeDueAt,
      title: text('deadline.renewal-fee'),
      consequence: text('deadline.renewal-fee-then'),
    });
  }
  // Whoever has handed in everything has met these dates.
  if (isHeld) return deadlines;
  const renewalThen = text('deadline.renewal-then', { graceUntil: terms.graceUntil });
  deadlines.push({ id: 'renewal', at: terms.validUntil, title: text('deadline.renewal'), consequence: renewalThen });
  deadlines.push({
    id: 'grace',
    at: terms.graceUntil,
    title: text('deadline.grace'),
    consequence: text('deadline.grace-then'),
  });
  if (at > terms.validUntil) {
    const title = text('deadline.reinstatement');
    deadlines.push({
      id: 'reinstatement',
      at: terms.reinstatementUntil,
      title,
      consequence: text('deadline.reinstatement-then'),
    });
  }
  return deadlines;
}

/** When the next yearly fee is due, and until when one that is overdue can be paid without a lapse. */
export function deadlinesOfMaintenance(maintenance: readonly MaintenanceFinding[], at: Instant): readonly Deadline[] {
  return maintenance.flatMap(({ state, year, dueAt, graceUntil, finding }): Deadline[] => {
    if (state === 'settled') return [];
    const title = finding.fee.title;
    const id = `maintenance:${finding.fee.id}:${year}`;
    if (at <= dueAt) {
      const consequence = text('deadline.maintenance-then', { graceUntil });
      return [{ id, at: dueAt, title: text('deadline.maintenance', { title }), consequence }];
    }
    const consequence = text('deadline.maintenance-grace-then');
    return [{ id: `${id}:grace`, at: graceUntil, title: text('deadline.maintenance-grace', { title }), consequence }];
  });
}
