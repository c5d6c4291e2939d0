import type { Program } from '@testamur/program';

export type Track = Readonly<Record<string, string>>;

/** What is wrong with the choice, naming what can be chosen; undefined where nothing is. */
export const findTrackProblem = (program: Program, track: Track | undefined): string | undefined => {
  const axes = program.tracks ?? [];
  if (axes.length === 0) {
    return track === undefined || Object.keys(track).length === 0
      ? undefined
      : 'This program has no tracks. Begin without choosing one.';
  }
  const chosen = track ?? {};
  const isKnown = Object.keys(chosen).every((axis) => axes.some(({ id }) => id === axis));
  const isWhole = axes.every(({ id, options }) => options.some((option) => option.id === chosen[id]));
  if (isKnown && isWhole) return undefined;
  const choices = axes.map(({ id, options }) => `${id} (${options.map((option) => option.id).join(', ')})`);
  return `Choose one option for each of these: ${choices.join('; ')}.`;
};

/** One text a choice, whatever the order in which it was made; empty without any. */
export const trackKey = (track: Track | undefined): string =>
  Object.entries(track ?? {})
    .map(([axis, option]) => `${axis}=${option}`)
    .sort()
    .join(',');
