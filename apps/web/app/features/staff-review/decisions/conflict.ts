import type { Candidacy, HistoryFact } from '../candidacy.ts';

export type Conflict = 'ownConflict' | 'reviewedConflict' | 'verifiedConflict' | 'educationConflict';

interface Decider {
  readonly personId: string;
  readonly name: string;
}

const kinds: Readonly<Record<'decision' | 'renewal', readonly (readonly [string, Conflict])[]>> = {
  decision: [
    ['requirement-judged', 'reviewedConflict'],
    ['membership-judged', 'verifiedConflict'],
  ],
  renewal: [['education-judged', 'educationConflict']],
};

/**
 * Why this person may not decide, as far as the page can tell. The history names people and does not number them, so a
 * namesake is told apart by asking; the server knows them all and has the last word.
 */
export const conflictOf = (
  about: 'decision' | 'renewal',
  candidacy: Pick<Candidacy, 'candidate'> & { readonly history: readonly HistoryFact[] },
  { personId, name }: Decider,
): Conflict | undefined => {
  if (candidacy.candidate.personId === personId) return 'ownConflict';
  const did = (kind: string) => candidacy.history.some((fact) => fact.kind === kind && fact.actor === name);
  return kinds[about].find(([kind]) => did(kind))?.[1];
};
