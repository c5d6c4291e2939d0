import type { ItemResponse } from '@testamur/qti';

/** A line of the attempt's log before it has its number. A flag's value is a boolean. */
export interface Mark {
  readonly itemId: string;
  readonly kind: 'response' | 'flag';
  readonly value: ItemResponse;
  /** By the clock of the device, for the record alone. */
  readonly clientAt: string;
}

/** One line of the log. `seq` counts up from 1 within the attempt, over all its devices. */
export interface Entry extends Mark {
  readonly seq: number;
}

/** What the screen shows: the last response and flag of each item. */
export interface Answers {
  readonly responses: ReadonlyMap<string, ItemResponse>;
  readonly flags: ReadonlySet<string>;
}

/** What the server has, with what is still on this device on top of it. */
export const withMarks = ({ responses, flags }: Answers, marks: readonly Mark[]): Answers => {
  const answered = new Map(responses);
  const flagged = new Set(flags);
  for (const { itemId, kind, value } of marks) {
    if (kind === 'response') answered.set(itemId, value);
    else if (value === true) flagged.add(itemId);
    else flagged.delete(itemId);
  }
  return { responses: answered, flags: flagged };
};
