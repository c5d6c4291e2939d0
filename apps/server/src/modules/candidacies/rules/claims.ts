import { type Claim, type Fact, type FactOf, findRequirement, type Program, type Standing } from '@testamur/program';
import type { z } from 'zod';
import type { claim as claimSchema } from '../contract/claims.ts';

/** The same with what may be left out absent instead of undefined. */
type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const stated = <T extends object>(entry: T): Stated<T> =>
  // Only members that are undefined are left out, and only those that may be absent can be undefined.
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Stated<T>;

/** The claim as the ledger keeps it. */
export const claimOf = (claim: z.output<typeof claimSchema>): Claim => {
  switch (claim.kind) {
    case 'experience':
      return { kind: claim.kind, entries: claim.entries.map(stated) };
    case 'education':
      return { kind: claim.kind, entries: claim.entries.map(stated) };
    case 'credential':
      return stated(claim);
    default:
      return claim;
  }
};

/** The files that a claim names. */
export const filesOf = (claim: Claim): readonly string[] => {
  if ('entries' in claim) return claim.entries.flatMap((entry) => entry.fileIds);
  return claim.kind === 'credential' ? claim.fileIds : [];
};

/** The latest claim for a requirement, and what a reviewer said of it since. */
export interface Reviewed {
  readonly declared: FactOf<'requirement-declared'>;
  readonly judged?: FactOf<'requirement-judged'>;
}

export const isSubmitted = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'application-submitted');

export const findReviewed = (facts: readonly Fact[], requirement: string): Reviewed | undefined => {
  let found: Reviewed | undefined;
  for (const fact of facts) {
    if (fact.kind === 'requirement-declared' && fact.data.requirement === requirement) found = { declared: fact };
    if (fact.kind === 'requirement-judged' && fact.data.requirement === requirement && found) {
      found = { declared: found.declared, judged: fact };
    }
  }
  return found;
};

/** Claims that count as soon as they are saved: a fee is asked for, or somebody is asked to confirm them. */
export const countsAtOnce = ({ kind }: Claim): boolean => kind === 'registration' || kind === 'training';

/** Before the submission the candidate may change any section; after it, what was handed back. */
export const isEditable = (standing: Standing, facts: readonly Fact[], requirement: string): boolean =>
  !isSubmitted(facts) || toState(standing).includes(requirement);

/** A training may be stated otherwise, too, while nobody is asked to confirm it. */
const toState = ({ next }: Standing): readonly string[] =>
  next.flatMap(({ kind, subject }) =>
    (kind === 'complete-requirement' || kind === 'request-statement') && subject !== undefined ? [subject] : [],
  );

/** Requirements that are met by another way than by stating something in a section. */
const withoutSection: ReadonlySet<string> = new Set(['references', 'membership', 'jurisdiction']);

/** The sections for which the candidate has the next move. */
export const wantedOf = (program: Program, { next }: Standing): readonly string[] =>
  next.flatMap(({ kind, actor, subject }) => {
    if (kind !== 'complete-requirement' || actor !== 'candidate' || subject === undefined) return [];
    return withoutSection.has(findRequirement(program, subject)?.kind ?? '') ? [] : [subject];
  });
