import { justAfter, latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import type { CredentialStanding, CredentialStatus } from '../types.ts';
import { type MaintenanceFinding, overdueOf } from './maintenance.ts';
import type { CredentialRecord } from './records.ts';
import type { RenewalFinding } from './renewal.ts';
import { credentialTerms } from './terms.ts';

type Status = Pick<CredentialStanding, 'status' | 'since' | 'reason' | 'cause'>;

/** What keeps the latest credential in force. */
export interface Keeping {
  readonly renewal?: RenewalFinding;
  readonly maintenance: readonly MaintenanceFinding[];
}

/** For credentials that later ones have replaced. */
export const notKept: Keeping = { maintenance: [] };

/**
 * What the clock makes of a credential. A renewal that was submitted in time, with all hours and fees, keeps its holder
 * from lapsing while the organization has not approved it yet.
 */
function byTerms(program: Program, record: CredentialRecord, at: Instant, renewal: RenewalFinding | undefined): Status {
  const { granted, reinstatedAt } = record;
  const terms = credentialTerms(program, granted.data.validUntil);
  const heldSince = renewal?.isHeld === true ? renewal.submitted?.at : undefined;
  const isHeldIn = (end: Instant): boolean => heldSince !== undefined && heldSince <= end;
  const status = (name: CredentialStatus, from: Instant): Status => ({
    status: name,
    since: latest(granted.at, from, reinstatedAt) ?? granted.at,
  });
  if (at < terms.renewalOpensAt) return status('active', granted.at);
  if (at <= terms.validUntil) return status('renewal-due', terms.renewalOpensAt);
  if (at <= terms.graceUntil || isHeldIn(terms.graceUntil)) return status('in-grace', justAfter(terms.validUntil));
  if (at <= terms.reinstatementUntil || isHeldIn(terms.reinstatementUntil)) {
    return status('lapsed', justAfter(terms.graceUntil));
  }
  return status('expired', justAfter(terms.reinstatementUntil));
}

/** What was to come of the clock or of a yearly fee: the one that leaves less in force counts. */
const inForce: readonly CredentialStatus[] = ['active', 'renewal-due', 'in-grace', 'lapsed', 'expired'];

/** A yearly fee that is overdue: first in grace, then lapsed until it is paid. */
function byMaintenance(clock: Status, maintenance: readonly MaintenanceFinding[], at: Instant): Status {
  const { dueSince, lapsedSince } = overdueOf(maintenance, at);
  if (dueSince === undefined) return clock;
  const status = lapsedSince === undefined ? 'in-grace' : 'lapsed';
  const isWorse = inForce.indexOf(status) > inForce.indexOf(clock.status);
  return isWorse ? { status, since: lapsedSince ?? dueSince, cause: 'maintenance' } : clock;
}

function surrenderedStatus(program: Program, { at, data }: FactOf<'credential-surrendered'>): Status {
  const title = data.retired === true ? program.renewal.retirement?.title : undefined;
  return { status: 'surrendered', since: at, ...(title === undefined ? {} : { reason: title }) };
}

function statusOf(
  program: Program,
  record: CredentialRecord,
  at: Instant,
  next: CredentialRecord | undefined,
  keeping: Keeping,
): Status {
  const { revoked, surrendered, suspended } = record;
  if (revoked !== undefined) return { status: 'revoked', since: revoked.at, reason: revoked.data.reason };
  if (surrendered !== undefined) return surrenderedStatus(program, surrendered);
  if (next !== undefined)
    return { status: 'replaced', since: latest(next.granted.at, record.granted.at) ?? next.granted.at };
  const clock = byMaintenance(byTerms(program, record, at, keeping.renewal), keeping.maintenance, at);
  if (suspended === undefined || clock.status === 'expired') return clock;
  return { status: 'suspended', since: suspended.at, reason: suspended.data.reason };
}

/**
 * Where one credential stands.
 *
 * @param next the credential of the next cycle, once there is one.
 * @param keeping its renewal and yearly fees, for the latest credential.
 */
export function findCredentialStanding(
  program: Program,
  record: CredentialRecord,
  at: Instant,
  next: CredentialRecord | undefined,
  keeping: Keeping,
): CredentialStanding {
  const { credentialId, number, cycle, validFrom, validUntil } = record.granted.data;
  return { credentialId, number, cycle, ...statusOf(program, record, at, next, keeping), validFrom, validUntil };
}
