import { useEffect, useRef } from 'react';
import { fieldId } from '../../forms/form-problem.ts';
import { fieldOf } from './responses.ts';

/** Another item, or one that is checked or opened again: it is read from its heading, which the buttons stand far below. */
export const useItemFocus = (identifier: string | undefined, isOpen: boolean): void => {
  const shown = `${identifier} ${isOpen}`;
  const before = useRef(shown);
  useEffect(() => {
    if (identifier === undefined || before.current === shown) return;
    before.current = shown;
    const place = document.getElementById(fieldId(fieldOf(identifier)));
    place?.focus({ preventScroll: true });
    if (place && place.getBoundingClientRect().top < 0) place.scrollIntoView();
  }, [identifier, shown]);
};
