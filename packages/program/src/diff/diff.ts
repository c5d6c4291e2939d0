import type { Fact, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { standing } from '../standing/standing.ts';
import type { RequirementState, Standing } from '../standing/types.ts';
import type { Text } from '../text.ts';
import { replay } from './replay.ts';

/** One part that reads otherwise under the new edition. */
export interface LineDifference {
  /** Requirement, assessment, fee, decision or renewal. */
  readonly id: string;
  readonly title: Text;
  readonly before?: { readonly state: RequirementState; readonly reason: Text };
  readonly after?: { readonly state: RequirementState; readonly reason: Text };
}

/** A moment at which a candidacy is looked at: before each decision that was taken on it, and now. */
export interface Difference {
  readonly at: Instant;
  readonly moment: 'certification' | 'renewal' | 'now';
  /** What it means: who was decided on would not have been, or the other way round, or it stays to be seen. */
  readonly effect: 'worse' | 'better' | 'other';
  readonly before: Standing['status'];
  readonly after: Standing['status'];
  readonly lines: readonly LineDifference[];
}

export interface CandidacyDifference {
  /** Whose facts they are, as they were given. */
  readonly candidacy: string;
  readonly differences: readonly Difference[];
}

/** From the worst for the candidate to the best. */
const rank = {
  'not-met': 0,
  locked: 1,
  'not-started': 1,
  'in-progress': 2,
  unknown: 3,
  met: 4,
} as const satisfies Record<RequirementState, number>;

function linesOf({ steps }: Standing): ReadonlyMap<string, Standing['steps'][number]['lines'][number]> {
  return new Map(steps.flatMap(({ lines }) => lines).map((line) => [line.id, line]));
}

/** Lines whose state differs, those that nobody decides on left out. */
function compareLines(before: Standing, after: Standing): readonly LineDifference[] {
  const [old, anew] = [linesOf(before), linesOf(after)];
  const ids = [...new Set([...old.keys(), ...anew.keys()])];
  return ids.flatMap((id) => {
    const [left, right] = [old.get(id), anew.get(id)];
    const title = right?.title ?? left?.title;
    if (title === undefined || left?.kind === 'fee' || right?.kind === 'fee' || left?.state === right?.state) return [];
    return [
      {
        id,
        title,
        ...(left === undefined ? {} : { before: { state: left.state, reason: left.why.reason } }),
        ...(right === undefined ? {} : { after: { state: right.state, reason: right.why.reason } }),
      },
    ];
  });
}

function effectOf(lines: readonly LineDifference[]): Difference['effect'] {
  const moves = lines.map(({ before, after }) =>
    Math.sign(
      (after === undefined ? rank.met : rank[after.state]) - (before === undefined ? rank.met : rank[before.state]),
    ),
  );
  if (moves.some((move) => move < 0)) return moves.some((move) => move > 0) ? 'other' : 'worse';
  return moves.some((move) => move > 0) ? 'better' : 'other';
}

/** The last instant before a fact, at which what it decided was still open. */
function justBefore(at: Instant): Instant {
  return new Date(Date.parse(at) - 1).toISOString();
}

/** When the candidacy was decided on: its certification, each renewal, and now. */
function momentsOf(facts: readonly Fact[], at: Instant): readonly Pick<Difference, 'at' | 'moment'>[] {
  const past = facts.filter((fact) => fact.at <= at).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const moments: Pick<Difference, 'at' | 'moment'>[] = [];
  const decided = past.find((fact) => fact.kind === 'decision-recorded');
  if (decided !== undefined) moments.push({ at: justBefore(decided.at), moment: 'certification' });
  for (const fact of past) {
    if (fact.kind !== 'credential-granted' || fact.data.cycle < 2) continue;
    const approval = past.findLast(
      (other) => other.kind === 'decision-recorded' && other.at <= fact.at && other.id !== decided?.id,
    );
    moments.push({ at: justBefore(approval?.at ?? fact.at), moment: 'renewal' });
  }
  return [...moments, { at, moment: 'now' }];
}

/**
 * What another edition would change for one candidacy: at each decision that was taken on it, and now.
 *
 * @param facts of the candidacy, under the old edition or editions that it took over.
 * @returns an empty list when nothing would be decided differently.
 */
export function diffCandidacy(
  before: Program,
  after: Program,
  facts: readonly Fact[],
  at: Instant,
): readonly Difference[] {
  const anew = replay(after, facts);
  return momentsOf(facts, at).flatMap((moment): Difference[] => {
    const [left, right] = [standing(before, facts, moment.at), standing(after, anew, moment.at)];
    const lines = compareLines(left, right);
    if (lines.length === 0 && left.status === right.status) return [];
    return [{ ...moment, effect: effectOf(lines), before: left.status, after: right.status, lines }];
  });
}

/**
 * Which candidates, past and present, another edition of a program would have decided differently, and why.
 *
 * @param candidacies facts by candidacy; read one after the other, so that they need not all be in memory.
 */
export function* diffPrograms(
  before: Program,
  after: Program,
  candidacies: Iterable<{ readonly candidacy: string; readonly facts: readonly Fact[] }>,
  at: Instant,
): Generator<CandidacyDifference> {
  for (const { candidacy, facts } of candidacies) {
    const differences = diffCandidacy(before, after, facts, at);
    if (differences.length > 0) yield { candidacy, differences };
  }
}
