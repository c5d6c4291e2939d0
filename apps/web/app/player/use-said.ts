import { useCallback, useEffect, useState } from 'react';

const SHOWN_MS = 12_000;

export interface Said {
  /** Tells the same words said twice apart. */
  readonly id: number;
  readonly text: string;
}

/** One short message at a time: read out politely, shown for a while. */
export const useSaid = (): readonly [Said | null, (text: string) => void] => {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((text: string) => setSaid((before) => ({ id: (before?.id ?? 0) + 1, text })), []);
  useEffect(() => {
    if (said === null || said.text === '') return;
    const timer = setTimeout(() => setSaid({ id: said.id, text: '' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
};
