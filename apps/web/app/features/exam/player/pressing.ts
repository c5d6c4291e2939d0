import type { InteractionNode, PlainValue } from '@testamur/qti';
import { type Change, membersOf, toggle } from '../../../player/answers/choose.ts';
import { hottextsIn } from '../../../player/content/parts-in.ts';
import { labelOf } from '../../../player/content/vocabulary.ts';

/** Options that digits press: in the order shown, with the label that each shows. */
export interface Pressable {
  readonly responseIdentifier: string;
  readonly options: readonly { readonly identifier: string; readonly label: string }[];
  /** Whether its options can be struck out. */
  readonly strikes: boolean;
  press(value: PlainValue | undefined, option: string): Change;
}

const shownIn = (interaction: InteractionNode): readonly { identifier: string; label: string }[] => {
  switch (interaction.interaction) {
    case 'choice':
      return interaction.choices.map(({ identifier }, at) => ({
        identifier,
        label: labelOf(at, interaction.classes) || String(at + 1),
      }));
    case 'hottext':
      return hottextsIn(interaction.content).map(({ identifier }, at) => ({ identifier, label: String(at + 1) }));
    case 'hotspot':
      return interaction.hotspots.map(({ identifier }, at) => ({ identifier, label: String(at + 1) }));
    default:
      return [];
  }
};

/** What digits do in an interaction; undefined where its answers are no options. */
const pressableOf = (interaction: InteractionNode): Pressable | undefined => {
  const options = shownIn(interaction);
  if (options.length === 0 || !('maxChoices' in interaction)) return undefined;
  const { responseIdentifier, cardinality } = interaction;
  const order = options.map(({ identifier }) => identifier);
  const max = interaction.maxChoices ?? 0;
  return {
    responseIdentifier,
    options,
    strikes: interaction.interaction === 'choice',
    press: (value, option) => toggle(value, option, { cardinality, max, order }),
  };
};

/** The interaction whose options digits press: the one that has the focus, otherwise the first that has options. */
export const pressedBy = (
  interactions: readonly InteractionNode[],
  focused: InteractionNode | undefined,
): Pressable | undefined => {
  const own = focused && pressableOf(focused);
  if (own) return own;
  for (const interaction of interactions) {
    const first = pressableOf(interaction);
    if (first) return first;
  }
  return undefined;
};

/** Names an option that is struck out, among all of its item. */
export const struckName = (responseIdentifier: string, option: string): string => `${responseIdentifier} ${option}`;

export const struckByResponse = (struck: ReadonlySet<string>): Readonly<Record<string, ReadonlySet<string>>> => {
  const names = [...struck].map((name) => name.split(' '));
  const optionsOf = (response: string) =>
    names.flatMap(([own, option]) => (own === response && option ? [option] : []));
  return Object.fromEntries(
    names.flatMap(([response = '', option]) => (option ? [[response, new Set(optionsOf(response))]] : [])),
  );
};

/** The options of an answer that no longer count as struck out: whoever chooses one wants it. */
export const chosenNames = (responseIdentifier: string, value: PlainValue): readonly string[] =>
  membersOf(value).map((option) => struckName(responseIdentifier, option));
