import { useEffect, useRef } from 'react';
import { useText } from '../../text/use-text.ts';
import { keyPressOf } from '../key-press.ts';
import { excerpt } from './highlight/excerpt.ts';
import { messages } from './messages.ts';
import { toolCommandOf } from './tool-names.ts';
import type { Tools } from './use-tools.ts';

const texts =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable="true"]';

/** Focus goes from the item to each open tool and back to the item. */
const goAround = (root: HTMLElement | null): boolean => {
  const windows = [...document.querySelectorAll<HTMLElement>('[data-tool-window]')];
  if (root === null || windows.length === 0) return false;
  const stops = [root, ...windows];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[(at + 1) % stops.length];
  const own = next?.tabIndex === -1 ? next : next?.querySelector<HTMLElement>('[tabindex="0"], button');
  own?.focus();
  return true;
};

/** The keys of the tools, on the whole page; what somebody else has taken already is left alone. */
export const useToolKeys = (tools: Tools): void => {
  const t = useText(messages);
  const latest = useRef(tools);
  useEffect(() => {
    latest.current = tools;
  });
  useEffect(() => {
    /** With words selected, the highlighter's key marks them. */
    const marksSelection = (): boolean => {
      const { highlights, markStyle, say } = latest.current;
      const stretch = highlights.selected();
      if (stretch === undefined) return false;
      const { text } = highlights.textNow();
      highlights.put(stretch, markStyle);
      say(t('marked', { words: excerpt(text, stretch) }));
      return true;
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const now = latest.current;
      const command = toolCommandOf(keyPressOf(event, texts), now.singleKeys, now.names);
      if (command === undefined) return;
      if (command.do === 'tool') {
        if (command.tool !== 'highlighter' || !marksSelection()) now.toggle(command.tool);
      } else if (command.do === 'close' ? !now.closeTop() : !goAround(now.root.current)) return;
      event.preventDefault();
      // Whoever listens after this must not close something else by the same press.
      event.stopImmediatePropagation();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [t]);
};
