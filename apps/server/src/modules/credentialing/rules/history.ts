import type { CredentialStanding, CredentialStatus, Fact } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';

export interface HistoryEntry {
  readonly at: string;
  readonly what: string;
  /** For the holder and for staff; the public does not see it. */
  readonly reason?: string;
}

/** What the clock alone did, in words; everything else has a fact. */
const byClock: Readonly<Partial<Record<CredentialStatus, string>>> = {
  'renewal-due': 'Renewal opened.',
  'in-grace': 'In force for a period of grace.',
  lapsed: 'Lapsed.',
  expired: 'Expired.',
};

const entryOf = (fact: Fact, credentialId: string): Omit<HistoryEntry, 'at'> | undefined => {
  if (!('credentialId' in fact.data) || fact.data.credentialId !== credentialId) return undefined;
  switch (fact.kind) {
    case 'credential-granted':
      return {
        what: `Granted, in force from ${formatDay(fact.data.validFrom)} to ${formatDay(fact.data.validUntil)}.`,
      };
    case 'credential-suspended':
      return { what: 'Suspended.', reason: fact.data.reason };
    case 'credential-reinstated':
      return { what: 'Suspension ended.', reason: fact.data.reason };
    case 'credential-revoked':
      return { what: 'Revoked.', reason: fact.data.reason };
    case 'credential-surrendered':
      return {
        what: fact.data.retired === true ? 'Given back by the holder on retiring.' : 'Given back by the holder.',
      };
    default:
      return undefined;
  }
};

/**
 * The life of one credential so far, newest first.
 *
 * @param states all credentials of the candidacy by cycle, as they stand now.
 */
export const credentialLife = (
  facts: readonly Fact[],
  states: readonly CredentialStanding[],
  credentialId: string,
): readonly HistoryEntry[] => {
  const entries = facts.flatMap((fact): HistoryEntry[] => {
    const entry = entryOf(fact, credentialId);
    return entry ? [{ at: fact.at, ...entry }] : [];
  });
  const index = states.findIndex((state) => state.credentialId === credentialId);
  const state = states[index];
  const moved = state && byClock[state.status];
  if (state && moved !== undefined) entries.push({ at: state.since, what: moved });
  const next = states[index + 1];
  if (state?.status === 'replaced' && next) entries.push({ at: state.since, what: `Replaced by ${next.number}.` });
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};
