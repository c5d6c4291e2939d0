import { addPeriod, type Requirement } from '@testamur/program';
import type { Claim, HistoryFact } from './candidacy.ts';

/** The day on which the age of papers is looked at: that of the submission, or of a restatement after it. */
export const judgedAsOf = (history: readonly HistoryFact[], declaredAt: string | undefined, at: string): string => {
  // The history stands newest first.
  const submitted = history.find(({ kind }) => kind === 'application-submitted')?.at;
  const known = [submitted, declaredAt]
    .filter((instant) => instant !== undefined)
    .map((instant) => Date.parse(instant));
  return (known.length === 0 ? at : new Date(Math.max(...known)).toISOString()).slice(0, 10);
};

export interface Stale {
  /** The oldest day that would have counted. */
  readonly since: string;
  readonly entryIds: readonly string[];
  /** Where the claim has no entries: the claim as a whole is too old. */
  readonly isWhole: boolean;
}

/** What of a claim is older than the requirement allows; undefined where age does not matter. */
export const staleIn = (requirement: Requirement, claim: Claim, declaredAt: string, day: string): Stale | undefined => {
  const freshFor = 'freshFor' in requirement ? requirement.freshFor : undefined;
  if (freshFor === undefined) return undefined;
  const since = addPeriod(`${day}T00:00:00.000Z`, freshFor, -1).slice(0, 10);
  if (claim.kind === 'course') {
    const old = claim.entries.filter(({ completedOn }) => completedOn < since);
    return { since, entryIds: old.map(({ id }) => id), isWhole: false };
  }
  if (claim.kind === 'document') {
    const old = claim.entries.filter(({ issuedOn }) => issuedOn < since);
    return { since, entryIds: old.map(({ id }) => id), isWhole: false };
  }
  return { since, entryIds: [], isWhole: declaredAt.slice(0, 10) < since };
};
