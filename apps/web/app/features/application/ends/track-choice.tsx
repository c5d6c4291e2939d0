import type { Program, TrackAxis } from '@testamur/program';
import { RadioList } from '../../../parts/radio-list.tsx';
import { textOf } from '../sections/entries/read-form.ts';

const fieldOf = (axisId: string): string => `track.${axisId}`;

/** One choice that is made at the beginning, such as the level. */
export const TrackChoice = ({ axis: { id, title, description, options } }: { axis: TrackAxis }) => (
  <RadioList
    name={fieldOf(id)}
    legend={title}
    large
    {...(description === undefined ? {} : { hint: description })}
    options={options.map((option) => ({
      value: option.id,
      label: option.title,
      ...(option.description === undefined ? {} : { hint: option.description }),
    }))}
  />
);

/** The option chosen on each axis, and the axes on which none is; no track where the program has none. */
export const readTrack = (form: FormData, { tracks }: Pick<Program, 'tracks'>) => {
  const chosen = (tracks ?? []).map(({ id, title, options }) => {
    const value = textOf(form, fieldOf(id));
    return { id, title, option: options.some((option) => option.id === value) ? value : undefined };
  });
  const track = Object.fromEntries(chosen.flatMap(({ id, option }) => (option === undefined ? [] : [[id, option]])));
  return {
    track: tracks === undefined ? undefined : track,
    missing: chosen.filter(({ option }) => option === undefined).map(({ id, title }) => ({ name: fieldOf(id), title })),
  };
};
