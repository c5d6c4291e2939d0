import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import { type Ledger, select } from '../ledger/ledger.ts';

/** One credential with what was done to it. */
export interface CredentialRecord {
  readonly granted: FactOf<'credential-granted'>;
  /** The suspension in force. */
  readonly suspended?: FactOf<'credential-suspended'>;
  readonly reinstatedAt?: Instant;
  readonly revoked?: FactOf<'credential-revoked'>;
  readonly surrendered?: FactOf<'credential-surrendered'>;
}

const kinds = [
  'credential-granted',
  'credential-suspended',
  'credential-reinstated',
  'credential-revoked',
  'credential-surrendered',
] as const;

function changed(
  record: CredentialRecord,
  fact: FactOf<Exclude<(typeof kinds)[number], 'credential-granted'>>,
): CredentialRecord {
  switch (fact.kind) {
    case 'credential-suspended':
      return { ...record, suspended: record.suspended ?? fact };
    case 'credential-reinstated': {
      if (record.suspended === undefined) return record;
      const { suspended: _, ...rest } = record;
      return { ...rest, reinstatedAt: fact.at };
    }
    case 'credential-revoked':
      return { ...record, revoked: record.revoked ?? fact };
    case 'credential-surrendered':
      return { ...record, surrendered: record.surrendered ?? fact };
  }
}

/** All credentials of the candidacy by cycle, the latest last. */
export function readCredentials(ledger: Ledger): readonly CredentialRecord[] {
  const byId = new Map<string, CredentialRecord>();
  for (const fact of select(ledger, ...kinds)) {
    const record = byId.get(fact.data.credentialId);
    if (fact.kind === 'credential-granted') {
      if (record === undefined) byId.set(fact.data.credentialId, { granted: fact });
      else ledger.flag(fact, text('flag.duplicate'));
    } else if (record === undefined) {
      ledger.flag(fact, text('flag.no-such-credential'));
    } else {
      byId.set(fact.data.credentialId, changed(record, fact));
    }
  }
  // Facts come in the order of time, and sorting keeps it within one cycle.
  return [...byId.values()].sort((a, b) => a.granted.data.cycle - b.granted.data.cycle);
}
