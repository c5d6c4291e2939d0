import type {
  AssociateInteraction,
  Bounds,
  GapMatchInteraction,
  GraphicAssociateInteraction,
  GraphicGapMatchInteraction,
  MatchInteraction,
} from '../../model/interaction.ts';
import type { PlainValue } from '../../model/value.ts';
import { nodesOf } from '../../model/walk.ts';
import { canonical } from '../../value/compare.ts';
import { type CheckScope, counted, type Finding, fail, membersOf, quoted, shownOf } from './finding.ts';

/** Interactions that are answered by pairs. */
export type PairingInteraction =
  | AssociateInteraction
  | GraphicAssociateInteraction
  | MatchInteraction
  | GapMatchInteraction
  | GraphicGapMatchInteraction;

/** What one end of a pair may be. `matchMax` 0 is no limit. */
export interface PairEnd {
  readonly identifier: string;
  readonly matchMin: number;
  readonly matchMax: number;
  readonly matchGroup: readonly string[];
}

/** The first and second ends of pairs; one and the same list where pairs have no direction. */
export function endsOf(
  interaction: PairingInteraction,
  scope: CheckScope,
): readonly [readonly PairEnd[], readonly PairEnd[]] {
  switch (interaction.interaction) {
    case 'associate': {
      const ends = shownOf(interaction.choices, scope);
      return [ends, ends];
    }
    case 'graphic-associate': {
      const ends = shownOf(interaction.hotspots, scope);
      return [ends, ends];
    }
    case 'match':
      return [shownOf(interaction.sets[0], scope), shownOf(interaction.sets[1], scope)];
    case 'graphic-gap-match':
      return [shownOf(interaction.choices, scope), shownOf(interaction.hotspots, scope)];
    case 'gap-match': {
      const gaps = [...nodesOf(interaction.content)].filter((node) => node.type === 'gap');
      // One gap holds one choice.
      const ends = shownOf(gaps, scope).map(({ identifier, matchGroup, required }) => ({
        identifier,
        matchGroup,
        matchMin: required ? 1 : 0,
        matchMax: 1,
      }));
      return [shownOf(interaction.choices, scope), ends];
    }
  }
}

/** Whether the groups of both ends allow the pair (attribute match-group); nothing is paired with itself. */
export function mayPair(first: PairEnd, second: PairEnd): boolean {
  const allows = ({ matchGroup }: PairEnd, other: string) => matchGroup.length === 0 || matchGroup.includes(other);
  return first !== second && allows(first, second.identifier) && allows(second, first.identifier);
}

/** Checks an answer of pairs: known ends on the right sides, each pair once, no end too often, not too many. */
export function checkPairs(interaction: PairingInteraction, value: PlainValue, scope: CheckScope): Finding {
  const [firsts, seconds] = endsOf(interaction, scope);
  const undirected = firsts === seconds;
  const pairs = membersOf(value).map(String);
  const uses = new Map<PairEnd, number>();
  const seen = new Set<unknown>();
  for (const pair of pairs) {
    const [a = '', b = ''] = pair.split(' ');
    const first = firsts.find(({ identifier }) => identifier === a);
    const second = seconds.find(({ identifier }) => identifier === b);
    if (first === undefined || second === undefined) {
      return fail(
        scope,
        'unknown-choice',
        `has no pair ${quoted(pair)}: ${quoted(first === undefined ? a : b)} is no choice there`,
      );
    }
    if (!mayPair(first, second)) return fail(scope, 'pair-not-allowed', `does not allow the pair ${quoted(pair)}`);
    const key = undirected ? canonical(pair, 'pair') : pair;
    if (seen.has(key)) return fail(scope, 'repeated-pair', `names the pair ${quoted(pair)} twice`);
    seen.add(key);
    for (const end of [first, second]) uses.set(end, (uses.get(end) ?? 0) + 1);
  }
  for (const [{ identifier, matchMax }, count] of uses) {
    if (matchMax > 0 && count > matchMax) {
      return fail(
        scope,
        'too-many-pairs',
        `allows ${quoted(identifier)} in ${counted(matchMax, 'pair')} at most, not ${count}`,
      );
    }
  }
  const { min, max }: Bounds = interaction.associations;
  const most = interaction.cardinality === 'single' ? 1 : max;
  if (most > 0 && pairs.length > most) {
    return fail(scope, 'too-many-pairs', `takes ${counted(most, 'pair')} at most, not ${pairs.length}`);
  }
  const lacking = [...new Set([...firsts, ...seconds])].find((end) => (uses.get(end) ?? 0) < end.matchMin);
  if (lacking !== undefined) {
    return {
      value,
      hint: `"${scope.identifier}" wants ${quoted(lacking.identifier)} in ${counted(lacking.matchMin, 'pair')} or more`,
    };
  }
  return { value, hint: pairs.length < min ? `"${scope.identifier}" wants at least ${counted(min, 'pair')}` : null };
}
