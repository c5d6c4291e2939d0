import type { InteractionNode } from '@testamur/qti';

const stageOf = (interaction: InteractionNode | undefined): string | undefined => {
  if (interaction?.interaction !== 'position-object') return undefined;
  const { sources, width, height } = interaction.stage;
  return sources[0] === undefined ? undefined : `${sources[0].data} ${width} ${height}`;
};

/**
 * Whose stage an interaction stands on: its own, or that of the one before it (element qti-position-object-stage holds
 * several). Of those that share one, none but the first has a prompt: with words of its own it is another task.
 *
 * @returns the response identifier of the first of those that share a stage, by that of each other one.
 */
export const sharedStages = (interactions: readonly InteractionNode[]): ReadonlyMap<string, string> => {
  const shared = new Map<string, string>();
  for (const [at, interaction] of interactions.entries()) {
    const before = interactions[at - 1];
    if (before === undefined || interaction.interaction !== 'position-object' || interaction.prompt.length > 0)
      continue;
    if (stageOf(interaction) === undefined || stageOf(interaction) !== stageOf(before)) continue;
    shared.set(interaction.responseIdentifier, shared.get(before.responseIdentifier) ?? before.responseIdentifier);
  }
  return shared;
};
