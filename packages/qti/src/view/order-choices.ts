import type { Choice, ChoiceInteraction } from '../model/content.ts';

/**
 * The choices in an order to present: shuffled when the interaction says so, `fixed` ones staying in their places
 * (attributes shuffle and fixed), else in the author's order. Every order of the others is equally likely.
 *
 * @param random uniform in [0, 1); seed it by attempt and item, so that a candidate who returns finds the same order.
 */
export function orderChoices(interaction: ChoiceInteraction, random: () => number): readonly Choice[] {
  if (!interaction.shuffle) return interaction.choices;
  const loose = interaction.choices.filter(({ fixed }) => !fixed);
  return interaction.choices.map((choice) => {
    if (choice.fixed) return choice;
    const [drawn] = loose.splice(Math.floor(random() * loose.length), 1);
    if (drawn === undefined) throw new RangeError('random() must return a number from 0 up to, not including, 1');
    return drawn;
  });
}
