import type { ResponseDeclaration } from '../model/declarations.ts';
import type { InteractionNode } from '../model/interaction.ts';
import type { PlainValue, Scalar } from '../model/value.ts';
import { type ChoosingInteraction, choosable, limitsOf } from './check/choices.ts';
import type { CheckScope } from './check/finding.ts';
import { endsOf, mayPair, type PairEnd, type PairingInteraction } from './check/pairs.ts';

/** Of more pairs than these no answers are listed. */
const MAX_PAIRS = 10_000;

/** All answers to one interaction, as far as they can be counted: some of them may be refused as invalid. */
export interface AnswerSet {
  readonly count: number;
  readonly answers: () => Iterable<PlainValue>;
}

/**
 * The answers that an interaction can give.
 *
 * @returns undefined when they cannot be listed (text, points, files), or are many beyond all counting.
 */
export function answersTo(interaction: InteractionNode, declared: ResponseDeclaration): AnswerSet | undefined {
  const scope: CheckScope = { identifier: declared.identifier, templates: null };
  switch (interaction.interaction) {
    case 'choice':
    case 'hottext':
    case 'hotspot':
    case 'inline-choice':
    case 'order':
    case 'graphic-order':
      return chosen(interaction, declared, scope);
    case 'associate':
    case 'graphic-associate':
    case 'match':
    case 'gap-match':
    case 'graphic-gap-match':
      return paired(interaction, declared, scope);
    case 'slider': {
      const { lowerBound, upperBound, step } = interaction;
      const steps = step > 0 ? Math.floor((upperBound - lowerBound) / step + 1e-9) : Infinity;
      return listed(steps + 1, (at) => lowerBound + at * step);
    }
    case 'media':
      return interaction.maxPlays > 0 ? listed(interaction.maxPlays + 1, (at) => at) : undefined;
    case 'end-attempt':
      return { count: 2, answers: () => [false, true] };
    default:
      return undefined;
  }
}

function chosen(
  interaction: ChoosingInteraction,
  declared: ResponseDeclaration,
  scope: CheckScope,
): AnswerSet | undefined {
  const available = choosable(interaction, scope);
  if (declared.cardinality !== 'ordered') return subsets(available, declared);
  const { max } = limitsOf(interaction, available.length);
  const longest = max > 0 ? Math.min(max, available.length) : available.length;
  let count = 1;
  for (let taken = 0, product = 1; taken < longest; taken += 1) {
    product *= available.length - taken;
    count += product;
  }
  return { count, answers: () => sequences(available, longest) };
}

/**
 * Where every end of one side is in one pair at most, each of them takes one partner or none: far fewer than all sets
 * of pairs.
 */
function paired(interaction: PairingInteraction, declared: ResponseDeclaration, scope: CheckScope): AnswerSet {
  const [firsts, seconds] = endsOf(interaction, scope);
  if (firsts.length * seconds.length > MAX_PAIRS) return { count: Infinity, answers: () => [] };
  const pairsWith = (first: PairEnd, second: PairEnd) =>
    mayPair(first, second) ? [`${first.identifier} ${second.identifier}`] : [];
  const once = (ends: readonly PairEnd[]) => firsts !== seconds && ends.every(({ matchMax }) => matchMax === 1);
  if (declared.cardinality !== 'single' && once(seconds)) {
    return combinations(seconds.map((second) => firsts.flatMap((first) => pairsWith(first, second))));
  }
  if (declared.cardinality !== 'single' && once(firsts)) {
    return combinations(firsts.map((first) => seconds.flatMap((second) => pairsWith(first, second))));
  }
  const pairs = firsts.flatMap((first, at) =>
    (firsts === seconds ? seconds.slice(at + 1) : seconds).flatMap((second) => pairsWith(first, second)),
  );
  return subsets(pairs, declared);
}

/** One member or none of each list. */
function combinations(lists: readonly (readonly string[])[]): AnswerSet {
  function* from(at: number): Generator<readonly string[]> {
    const list = lists[at];
    if (list === undefined) {
      yield [];
      return;
    }
    for (const rest of from(at + 1)) {
      yield rest;
      for (const member of list) yield [member, ...rest];
    }
  }
  return { count: lists.reduce((product, list) => product * (list.length + 1), 1), answers: () => from(0) };
}

function listed(members: number, at: (index: number) => Scalar): AnswerSet {
  return {
    count: members + 1,
    *answers() {
      yield null;
      for (let index = 0; index < members; index += 1) yield at(index);
    },
  };
}

/** All sets of the members; of a single variable, each member and none. */
export function subsets(
  members: readonly string[],
  { cardinality }: Pick<ResponseDeclaration, 'cardinality'>,
): AnswerSet {
  if (cardinality === 'single') return listed(members.length, (index) => members[index] ?? '');
  return {
    count: 2 ** members.length,
    *answers() {
      for (let subset = 0; subset < 2 ** members.length; subset += 1) {
        yield members.filter((_, index) => (subset >> index) & 1);
      }
    },
  };
}

function* sequences(members: readonly string[], longest: number, begun: readonly string[] = []): Generator<PlainValue> {
  yield begun;
  if (begun.length === longest) return;
  for (const member of members) {
    if (!begun.includes(member)) yield* sequences(members, longest, [...begun, member]);
  }
}
