import type { Option } from '../../../../parts/radio-list.tsx';

interface Named {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
}

/** A list of the program as choices. */
export const named = (list: readonly Named[]): readonly Option[] =>
  list.map(({ id, label, description }) => ({
    value: id,
    label,
    ...(description === undefined ? {} : { hint: description }),
  }));

/** With "another", unless the program's own list has it: what does not count can be stated all the same. */
export const withOther = (options: readonly Option[], other: Omit<Option, 'value'>): readonly Option[] =>
  options.some(({ value }) => value === 'other') ? options : [...options, { value: 'other', ...other }];
