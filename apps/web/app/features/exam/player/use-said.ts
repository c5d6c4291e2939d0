import { useCallback, useEffect, useState } from 'react';

const shownMs = 12_000;

/** One short message at a time: read out politely, shown for a while, never in the way. */
export const useSaid = (): readonly [
  { readonly id: number; readonly text: string } | undefined,
  (text: string) => void,
] => {
  const [said, setSaid] = useState<{ id: number; text: string }>();
  const say = useCallback((text: string) => setSaid((before) => ({ id: (before?.id ?? 0) + 1, text })), []);
  useEffect(() => {
    if (!said || said.text === '') return;
    const timer = setTimeout(() => setSaid({ id: said.id, text: '' }), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
};
