import { type RefObject, useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** J and K move the focus from row to row, Enter opens: the links of the rows within `place`. */
export const useRowKeys = (place: RefObject<HTMLElement | null>, on: boolean) => {
  useEffect(() => {
    if (!on) return;
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...(place.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])];
      const row = document.activeElement?.closest('tr');
      const at = links.findIndex((link) => row?.contains(link));
      const next = at === -1 ? links[0] : links[Math.min(links.length - 1, Math.max(0, at + step))];
      next?.focus();
      event.preventDefault();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [place, on]);
};
