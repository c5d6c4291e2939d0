import { type Billing, findFeeStanding } from '../fees/fee.ts';
import type { CredentialStanding } from '../types.ts';
import { listFeesOf } from './keeping-fees.ts';
import { findMaintenance, type MaintenanceFinding } from './maintenance.ts';
import type { CredentialRecord } from './records.ts';
import { findRenewal, type RenewalFinding } from './renewal.ts';
import { findCredentialStanding } from './status.ts';

export interface KeepingFinding {
  /** The latest credential. */
  readonly credential?: CredentialStanding;
  readonly renewal?: RenewalFinding;
  readonly maintenance: readonly MaintenanceFinding[];
}

/** The latest credential with what keeps it: its renewal and its yearly fees. */
export function findKeeping(billing: Billing, credentials: readonly CredentialRecord[]): KeepingFinding {
  const last = credentials.at(-1);
  if (last === undefined) return { maintenance: [] };
  const { program, at } = billing.ledger;
  const renewal = findRenewal(billing, credentials);
  const fees = listFeesOf(program, 'maintenance', billing.circumstances);
  const maintenance = findMaintenance(fees, credentials, at, (fee, year, isAsked) =>
    findFeeStanding(billing, fee, { year }, isAsked),
  );
  const credential = findCredentialStanding(program, last, at, undefined, { renewal, maintenance });
  return { credential, renewal, maintenance };
}
