import { isInstant } from '../../calendar/date.ts';
import type { Fact, FactKind, FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Program } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { findNonsense } from './sense.ts';
import { findMalformedField } from './shape.ts';

export interface Flag {
  readonly factId: string;
  readonly problem: Text;
}

/** The facts of one candidacy that had happened by `at` and can be used, in the order in which they happened. */
export interface Ledger {
  readonly program: Program;
  readonly at: Instant;
  readonly facts: readonly Fact[];
  /** Collects what could not be used while the ledger is read. */
  readonly flag: (fact: Fact, problem: Text) => void;
  readonly flags: () => readonly Flag[];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By time, then by id; facts that share both are told apart by their content, so that any order gives one result. */
function compareFacts(a: Fact, b: Fact): number {
  return (
    compareText(String(a.at), String(b.at)) ||
    compareText(String(a.id), String(b.id)) ||
    (a === b ? 0 : compareText(JSON.stringify(a), JSON.stringify(b)))
  );
}

function inOrder(facts: readonly Fact[]): readonly Fact[] {
  for (let i = 1; i < facts.length; i++) {
    const [before, fact] = [facts[i - 1], facts[i]];
    if (before !== undefined && fact !== undefined && compareFacts(before, fact) > 0)
      return [...facts].sort(compareFacts);
  }
  return facts;
}

/** The editions whose facts count: the program's own and, once the candidacy was moved to it, those that it follows. */
function editionsOf({ edition, transition }: Program, facts: readonly Fact[], at: Instant): ReadonlySet<string> {
  const isMoved = facts.some(
    (fact) => fact.kind === 'edition-moved' && fact.at <= at && fact.edition === edition && fact.data?.to === edition,
  );
  return new Set(isMoved ? [edition, ...(transition?.from ?? [])] : [edition]);
}

function problemOf(program: Program, editions: ReadonlySet<string>, fact: Fact): Text | undefined {
  if (!isInstant(fact.at)) return text('flag.impossible-dates');
  const field = findMalformedField(fact.kind, fact.data);
  if (field !== undefined) return text('flag.malformed', { field });
  if (!editions.has(fact.edition)) return text('flag.other-edition', { edition: String(fact.edition) });
  return findNonsense(program, fact);
}

/**
 * Sorts the facts, leaves out what lies after `at`, and flags what cannot be used: a second fact of the same id, another
 * edition, unknown parts of the program, impossible dates and numbers. Never throws for a fact of any JSON content.
 */
export function readLedger(program: Program, facts: readonly Fact[], at: Instant): Ledger {
  const flags: Flag[] = [];
  const flag = (fact: Fact, problem: Text): void => {
    flags.push({ factId: String(fact.id), problem });
  };
  const usable: Fact[] = [];
  const editions = editionsOf(program, facts, at);
  const seen = new Set<string>();
  for (const fact of inOrder(facts)) {
    if (isInstant(fact.at) && fact.at > at) continue;
    const problem = seen.has(fact.id) ? text('flag.duplicate') : problemOf(program, editions, fact);
    if (problem !== undefined) {
      flag(fact, problem);
      continue;
    }
    seen.add(fact.id);
    usable.push(fact);
  }
  return { program, at, facts: usable, flag, flags: () => flags };
}

/** The facts of the given kinds, in the order in which they happened. */
export function select<K extends FactKind>(ledger: Ledger, ...kinds: readonly K[]): FactOf<K>[] {
  const isWanted = (fact: Fact): fact is FactOf<K> => kinds.some((kind) => kind === fact.kind);
  return ledger.facts.filter(isWanted);
}
