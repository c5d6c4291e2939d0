import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ToolMemory } from '../memory.ts';
import { type ItemText, rangesOf, readItemText, stretchOfRange } from './item-text.ts';
import { findAgain, marksFromText, withWords } from './kept-marks.ts';
import { type MarkStyle, type Marks, mark, markStyles, type Stretch, unmark } from './marks.ts';
import { paint } from './paint.ts';

export interface Highlights {
  readonly marks: Marks;
  /** The text of the item as it is shown now. */
  textNow(): ItemText;
  /** What is selected in the item, or was before a control took it. */
  selected(): Stretch | undefined;
  put(stretch: Stretch, style: MarkStyle): void;
  take(stretch: Stretch): void;
  clear(): void;
}

const nothing: ItemText = { text: '', places: [], breaks: [] };

/** The marks of an item: kept on the device, and painted again whenever the item's text changes. */
export const useHighlights = (root: RefObject<HTMLElement | null>, itemId: string, memory: ToolMemory): Highlights => {
  const name = `marks ${itemId}`;
  const [held, setHeld] = useState<{ name: string; marks: Marks }>({ name, marks: [] });
  const marks = held.name === name ? held.marks : [];
  const selection = useRef<Stretch | undefined>(undefined);
  const textNow = useCallback(() => (root.current === null ? nothing : readItemText(root.current)), [root]);

  const show = useCallback(() => {
    const now = textNow();
    const found = findAgain(marksFromText(memory.read(name)), now.text);
    for (const style of markStyles) {
      const ofStyle = found.filter((each) => each.style === style);
      paint(
        `testamur-mark-${style}`,
        ofStyle.flatMap((each) => rangesOf(now, each)),
      );
    }
    setHeld((before) =>
      before.name === name && JSON.stringify(before.marks) === JSON.stringify(found) ? before : { name, marks: found },
    );
  }, [memory, name, textNow]);

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    selection.current = undefined;
    show();
    const changes = new MutationObserver(show);
    changes.observe(element, { childList: true, characterData: true, subtree: true });
    return () => {
      changes.disconnect();
      for (const style of markStyles) paint(`testamur-mark-${style}`, []);
    };
  }, [root, show]);

  const look = useCallback(() => {
    const chosen = document.getSelection();
    const element = root.current;
    if (chosen === null || chosen.rangeCount === 0 || element === null) return;
    const range = chosen.getRangeAt(0);
    if (!range.intersectsNode(element)) return;
    selection.current = range.collapsed ? undefined : stretchOfRange(textNow(), range);
  }, [root, textNow]);

  useEffect(() => {
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [look]);

  const change = (to: (marks: Marks) => Marks) => {
    const { text } = textNow();
    const after = to(findAgain(marksFromText(memory.read(name)), text));
    memory.write(name, after.length === 0 ? '' : JSON.stringify(withWords(after, text)));
    show();
  };
  return {
    marks,
    textNow,
    selected: () => {
      // A key may be pressed before the browser has told of the selection.
      look();
      return selection.current;
    },
    put: (stretch, style) => {
      change((before) => mark(before, { ...stretch, style }));
      // The mark says what the selection said; both at once would hide it.
      document.getSelection()?.removeAllRanges();
      selection.current = undefined;
    },
    take: (stretch) => change((before) => unmark(before, stretch)),
    clear: () => change(() => []),
  };
};
