import type { InteractionNode, PlainValue } from '@testamur/qti';
import { isExclusive, membersOf } from './choose.ts';

/** How much an answer may and must hold; `max` 0 is no limit. */
export interface Limits {
  readonly of: 'choices' | 'pairs' | 'texts' | 'plays';
  readonly min: number;
  readonly max: number;
}

/** The limits of an interaction; null for one that holds one thing. */
export const limitsOf = (interaction: InteractionNode): Limits | null => {
  switch (interaction.interaction) {
    case 'choice':
    case 'hottext':
    case 'hotspot':
    case 'select-point':
    case 'position-object':
      return { of: 'choices', min: interaction.minChoices, max: interaction.maxChoices };
    case 'order':
    case 'graphic-order': {
      const { minChoices, maxChoices } = interaction;
      if (minChoices === null && maxChoices === null) return null;
      return { of: 'choices', min: minChoices ?? 1, max: maxChoices ?? 0 };
    }
    case 'associate':
    case 'match':
    case 'gap-match':
    case 'graphic-associate':
    case 'graphic-gap-match':
      return { of: 'pairs', ...interaction.associations };
    case 'extended-text':
      return { of: 'texts', min: interaction.strings.min, max: interaction.strings.max ?? 0 };
    case 'media':
      return { of: 'plays', min: interaction.minPlays, max: interaction.maxPlays };
    default:
      return null;
  }
};

/** How many pairs the choices themselves allow; a limit that is no narrower than that tells nobody anything. */
const roomOf = ({ sets }: Extract<InteractionNode, { interaction: 'match' }>): number =>
  Math.min(
    ...sets.map((set) =>
      set.reduce((room, { matchMax }) => room + (matchMax > 0 ? matchMax : Number.POSITIVE_INFINITY), 0),
    ),
  );

/** What is said above an interaction, as a key of the messages; null where the controls say it themselves. */
export const hintOf = (interaction: InteractionNode) => {
  const limits = limitsOf(interaction);
  if (limits === null) return null;
  const { of, min, max } = limits;
  if (of === 'choices') {
    if (isExclusive({ cardinality: interaction.cardinality, max })) return null;
    if (max === 0) return min > 0 ? 'chooseAtLeast' : 'chooseSeveral';
    if (min === max) return 'chooseExactly';
    return min > 0 ? 'chooseBetween' : 'chooseUpTo';
  }
  if (of === 'pairs') {
    // A gap says itself that it wants one.
    if (interaction.interaction === 'gap-match' && min === 0) return null;
    if (interaction.interaction === 'match' && min === 0 && max >= roomOf(interaction)) return null;
    if (max === 0) return min > 0 ? 'pairAtLeast' : null;
    if (min === max) return 'pairExactly';
    return min > 0 ? 'pairBetween' : 'pairUpTo';
  }
  if (of === 'plays') return min > 0 ? 'playAtLeast' : null;
  return min > 0 && interaction.cardinality !== 'single' ? 'writeAtLeast' : null;
};

const countOf = (of: Limits['of'], value: PlainValue): number =>
  of === 'plays' ? (typeof value === 'number' ? value : 0) : membersOf(value).length;

/** Whether a whole text matches a regular expression of XML Schema; one that cannot be read here settles nothing. */
export const matchesMask = (mask: string, text: string): boolean => {
  try {
    return new RegExp(`^(?:${mask})$`, 'u').test(text);
  } catch {
    return true;
  }
};

export type Lack =
  | { readonly lack: 'few'; readonly of: Limits['of']; readonly missing: number }
  | { readonly lack: 'needed' }
  | { readonly lack: 'gaps'; readonly count: number }
  | { readonly lack: 'pattern' };

/** What an answer lacks to be complete and well formed; null when it lacks nothing. It may be saved all the same. */
export const lackOf = (
  interaction: InteractionNode,
  value: PlainValue,
  requiredGaps: readonly string[],
): Lack | null => {
  const limits = limitsOf(interaction);
  if (limits !== null) {
    const missing = limits.min - countOf(limits.of, value);
    const counts = limits.of !== 'texts' || interaction.cardinality !== 'single' || value === null;
    if (missing > 0 && counts) return { lack: 'few', of: limits.of, missing };
  }
  if (interaction.interaction === 'inline-choice' && interaction.required && value === null) return { lack: 'needed' };
  if (interaction.interaction === 'gap-match') {
    const filled = new Set(membersOf(value).map((pair) => pair.split(' ')[1]));
    const count = requiredGaps.filter((gap) => !filled.has(gap)).length;
    if (count > 0) return { lack: 'gaps', count };
  }
  if (interaction.interaction === 'text-entry' || interaction.interaction === 'extended-text') {
    const { patternMask } = interaction;
    const texts = patternMask === null ? [] : membersOf(value);
    if (patternMask !== null && !texts.every((text) => matchesMask(patternMask, text))) return { lack: 'pattern' };
  }
  return null;
};
