import type { PlainValue } from '@testamur/qti';
import { useState } from 'react';
import { readTyped, showTyped, type TypedAs, type Wanted } from '../answers/typed.ts';

interface Draft {
  readonly text: string;
  /** What the text was read as; NULL while it is no such value. */
  readonly value: PlainValue;
  readonly wanted: Wanted | null;
}

const same = (one: PlainValue, other: PlainValue): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Text as it is typed, beside the value that it stands for: "1." is on its way to 1.5 and stays on the screen. A value that
 * comes from elsewhere takes the place of the text.
 */
export const useTyped = (value: PlainValue, as: TypedAs, onChange: (value: PlainValue, text: string) => void) => {
  const [draft, setDraft] = useState<Draft>(() => ({ text: showTyped(value, as.base), value, wanted: null }));
  if (!same(draft.value, value)) setDraft({ text: showTyped(value, as.base), value, wanted: null });
  const type = (text: string) => {
    const read = readTyped(text, as);
    const next: Draft = read.ok
      ? { text, value: read.value, wanted: null }
      : { text, value: null, wanted: read.wanted };
    setDraft(next);
    onChange(next.value, text);
  };
  return { text: draft.text, wanted: draft.wanted, type };
};
