import type { Fact, FactKind, FactOf } from '@testamur/program';

/** The part of a ledger in which one credential came about. */
export interface Cycle {
  /** After the grant before it, up to its own grant. */
  readonly facts: readonly Fact[];
  readonly granted: FactOf<'credential-granted'>;
  /** The credential before it, where it renews one. */
  readonly previous: FactOf<'credential-granted'> | undefined;
  /** What happened to it since. */
  readonly since: readonly Fact[];
}

export const ofKind = <K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] =>
  facts.filter((fact): fact is FactOf<K> => fact.kind === kind);

const grantsOf = (facts: readonly Fact[]) => ofKind(facts, 'credential-granted');

/** @throws Error where the ledger does not know the credential. */
export const cycleOf = (facts: readonly Fact[], credentialId: string): Cycle => {
  const grants = grantsOf(facts);
  const place = grants.findIndex(({ data }) => data.credentialId === credentialId);
  const granted = grants[place];
  if (!granted) throw new Error('The ledger does not know a credential that is stored.');
  const previous = grants[place - 1];
  const from = previous === undefined ? 0 : facts.indexOf(previous) + 1;
  const until = facts.indexOf(granted);
  const since = facts
    .slice(until + 1)
    .filter(
      ({ data, kind }) => kind !== 'credential-granted' && 'credentialId' in data && data.credentialId === credentialId,
    );
  return { facts: facts.slice(from, until + 1), granted, previous, since };
};

/** Of each assessment the last result that was released in the cycle, the latest first. */
export const countedResults = (facts: readonly Fact[]): readonly FactOf<'result-released'>[] => {
  const last = new Map<string, FactOf<'result-released'>>();
  for (const result of ofKind(facts, 'result-released')) {
    // Set anew, so that it stands where its last result does.
    last.delete(result.data.assessment);
    last.set(result.data.assessment, result);
  }
  return [...last.values()].toReversed();
};
