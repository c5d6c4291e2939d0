import type { Fact, FactOf, Requirement } from '@testamur/program';
import { findReviewed } from './claims.ts';

/** What a reviewer judges. */
export interface Judgeable {
  /** The claim, or the latest statement; a verdict names it by its instant, and is one a basis. */
  readonly basis: FactOf<'requirement-declared' | 'statement-given'>;
  /** What was said of it since. */
  readonly judged?: FactOf<'requirement-judged'>;
  /** Ids that the verdict may name. */
  readonly entryIds: readonly string[];
}

/** Statements that were given add up; a verdict is about all of them, and the next one about those with what is new. */
const findStatements = (requirement: string, facts: readonly Fact[]): Judgeable | undefined => {
  const given: FactOf<'statement-given'>[] = [];
  let judged: FactOf<'requirement-judged'> | undefined;
  for (const fact of facts) {
    if (fact.kind === 'statement-given' && fact.data.requirement === requirement) {
      given.push(fact);
      judged = undefined;
    } else if (fact.kind === 'requirement-judged' && fact.data.requirement === requirement) judged = fact;
  }
  const basis = given.at(-1);
  if (!basis) return undefined;
  return { basis, ...(judged === undefined ? {} : { judged }), entryIds: given.map(({ data }) => data.requestId) };
};

/** Undefined where nothing is there, or what is there needs no verdict: signatures, payments, what others confirm. */
export const findJudgeable = ({ id, kind }: Requirement, facts: readonly Fact[]): Judgeable | undefined => {
  switch (kind) {
    case 'references':
      return findStatements(id, facts);
    case 'attestation':
    case 'training':
    case 'membership':
    case 'jurisdiction':
    case 'registration':
      return undefined;
    default: {
      const reviewed = findReviewed(facts, id);
      if (!reviewed) return undefined;
      const { declared, judged } = reviewed;
      const { claim } = declared.data;
      const entryIds = 'entries' in claim ? claim.entries.map((entry) => entry.id) : [];
      return { basis: declared, ...(judged === undefined ? {} : { judged }), entryIds };
    }
  }
};
