import { justAfter, latest } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import type { CredentialStanding, CredentialStatus } from '../types.ts';
import type { CredentialRecord } from './records.ts';
import type { RenewalFinding } from './renewal.ts';
import { credentialTerms } from './terms.ts';

type Status = Pick<CredentialStanding, 'status' | 'since' | 'reason'>;

/**
 * What the clock makes of a credential. A renewal that was submitted in time, with all hours and fees, keeps its holder
 * from lapsing while the organization has not approved it yet.
 */
function byClock(program: Program, record: CredentialRecord, at: Instant, renewal: RenewalFinding | undefined): Status {
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

function statusOf(
  program: Program,
  record: CredentialRecord,
  at: Instant,
  next: CredentialRecord | undefined,
  renewal: RenewalFinding | undefined,
): Status {
  const { revoked, surrendered, suspended } = record;
  if (revoked !== undefined) return { status: 'revoked', since: revoked.at, reason: revoked.data.reason };
  if (surrendered !== undefined) return { status: 'surrendered', since: surrendered.at };
  if (next !== undefined)
    return { status: 'replaced', since: latest(next.granted.at, record.granted.at) ?? next.granted.at };
  const clock = byClock(program, record, at, renewal);
  if (suspended === undefined || clock.status === 'expired') return clock;
  return { status: 'suspended', since: suspended.at, reason: suspended.data.reason };
}

/**
 * Where one credential stands.
 *
 * @param next the credential of the next cycle, once there is one.
 * @param renewal its renewal, for the latest credential.
 */
export function findCredentialStanding(
  program: Program,
  record: CredentialRecord,
  at: Instant,
  next: CredentialRecord | undefined,
  renewal: RenewalFinding | undefined,
): CredentialStanding {
  const { credentialId, number, cycle, validFrom, validUntil } = record.granted.data;
  return { credentialId, number, cycle, ...statusOf(program, record, at, next, renewal), validFrom, validUntil };
}
