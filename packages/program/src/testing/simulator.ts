import type { Fact, FactData, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { standing } from '../standing/standing.ts';
import type { Standing } from '../standing/types.ts';
import { carryOut, type Draft, disturb, type Luck } from './acts.ts';
import { makeFact } from './facts.ts';

export interface Turn {
  readonly facts: readonly Fact[];
  readonly standing: Standing;
}

/** One step of a life: which of the next actions is done, how it turns out, and how many days pass before it. */
export interface Move {
  readonly pick: number;
  readonly luck: Luck;
  readonly days: number;
}

function later(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * 86_400_000 + 1000).toISOString();
}

function draftsFor(
  program: Program,
  before: Standing,
  { pick, luck, days }: Move,
  act: typeof carryOut,
): readonly Draft[] {
  if (days % 9 === 8) return disturb(before, luck);
  const action = before.next[pick % Math.max(1, before.next.length)];
  return action === undefined ? [] : act(program, before, action, luck);
}

/** Which track a life takes, where the program has any. */
function beginning({ tracks }: Program, first: Move | undefined): FactData['candidacy-begun'] {
  if (tracks === undefined) return {};
  const luck = first?.luck ?? 0;
  return { track: Object.fromEntries(tracks.map(({ id, options }) => [id, options[luck % options.length]?.id ?? ''])) };
}

/**
 * Plays a life by doing what standings name as next: realistic ledgers, ends and detours included.
 *
 * @param act how an action is carried out.
 */
export function play(program: Program, moves: readonly Move[], act: typeof carryOut = carryOut): readonly Turn[] {
  let at: Instant = '2027-01-04T09:00:00.000Z';
  let facts: readonly Fact[] = [makeFact('candidacy-begun', at, beginning(program, moves[0]), 'fact-000')];
  const turns: Turn[] = [{ facts, standing: standing(program, facts, at) }];
  for (const move of moves) {
    at = later(at, move.days);
    const drafts = draftsFor(program, standing(program, facts, at), move, act);
    facts = [...facts, ...drafts.map((draft, index) => factOf(draft, at, facts.length + index))];
    turns.push({ facts, standing: standing(program, facts, at) });
  }
  return turns;
}

function factOf({ kind, data }: Draft, at: Instant, index: number): Fact {
  return makeFact(kind, at, data, `fact-${String(index).padStart(3, '0')}`);
}
