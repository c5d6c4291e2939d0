import { type ChoiceInteraction, interactionsOf } from '@testamur/qti';
import type { ResponseValue } from '../delivery/entry.ts';
import type { ExamItem } from '../delivery/port.ts';

/** Options go by letters in the order in which they are shown. */
export const letterOf = (at: number): string => String.fromCharCode(65 + (at % 26));

export const chosenIn = (value: ResponseValue | undefined): ReadonlySet<string> =>
  new Set(typeof value === 'string' ? [value] : (value ?? []));

/** An item has one response, so the first interaction is the one that is answered. */
export const interactionOf = ({ view }: ExamItem): ChoiceInteraction | undefined => interactionsOf(view.body)[0];

export type Chosen =
  | { readonly ok: true; readonly value: ResponseValue }
  | { readonly ok: false; readonly most: number };

/** The response after an option is chosen, or taken back where several may be chosen; in the order shown. */
export const choose = (
  { cardinality, choices, maxChoices }: ChoiceInteraction,
  value: ResponseValue | undefined,
  option: string,
): Chosen => {
  if (cardinality === 'single') return { ok: true, value: option };
  const chosen = new Set(chosenIn(value));
  if (!chosen.delete(option)) {
    if (maxChoices > 0 && chosen.size >= maxChoices) return { ok: false, most: maxChoices };
    chosen.add(option);
  }
  const inOrder = choices.map(({ identifier }) => identifier).filter((identifier) => chosen.has(identifier));
  return { ok: true, value: inOrder.length === 0 ? null : inOrder };
};
