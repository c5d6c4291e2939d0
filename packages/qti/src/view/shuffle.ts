import type { InteractionNode } from '../model/interaction.ts';
import { Random } from '../value/random.ts';
import { seedOf } from './seed.ts';

/**
 * The choices in a random order, every order equally likely; fixed ones keep their places (attributes shuffle and fixed).
 *
 * @param random gives numbers from 0 up to, and without, 1.
 */
export function shuffled<T extends { readonly fixed: boolean }>(choices: readonly T[], random: () => number): T[] {
  const free = choices.filter(({ fixed }) => !fixed);
  for (let last = free.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [free[last], free[other]];
    if (one !== undefined && two !== undefined) [free[last], free[other]] = [two, one];
  }
  return choices.map((choice) => (choice.fixed ? choice : (free.shift() ?? choice)));
}

/**
 * The interaction with its choices in the order of one candidate, where it asks for shuffling. Each interaction draws by
 * itself, so that a change to one leaves the others as they were.
 */
export function shuffleInteraction(interaction: InteractionNode, seed: number): InteractionNode {
  if (!('shuffle' in interaction) || !interaction.shuffle) return interaction;
  const source = new Random(seedOf(`${seed}/${interaction.responseIdentifier}`));
  const random = () => source.next();
  switch (interaction.interaction) {
    case 'choice':
    case 'order':
    case 'inline-choice':
      return { ...interaction, choices: shuffled(interaction.choices, random) };
    case 'associate':
      return { ...interaction, choices: shuffled(interaction.choices, random) };
    case 'gap-match':
      return { ...interaction, choices: shuffled(interaction.choices, random) };
    case 'match':
      return {
        ...interaction,
        sets: [shuffled(interaction.sets[0], random), shuffled(interaction.sets[1], random)],
      };
  }
}
