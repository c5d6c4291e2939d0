import { useEffect, useState } from 'react';
import { useDocument } from '../document/document-context.ts';
import { presentInstant } from '../document/present.ts';
import { formatInstant } from '../parts/format-time.ts';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';

/** Where a printed page comes from, and when: written at the moment of printing. */
export const PrintFoot = () => {
  const t = useText(messages);
  const { locale, zone } = useDocument();
  const [printed, setPrinted] = useState<{ address: string; at: string }>();
  useEffect(() => {
    const note = () => setPrinted({ address: window.location.href, at: presentInstant() });
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  if (!printed) return null;
  const time = formatInstant(printed.at, { locale, zone, show: 'day-and-time' });
  return <p data-print-only>{t('printed', { address: printed.address, time })}</p>;
};
