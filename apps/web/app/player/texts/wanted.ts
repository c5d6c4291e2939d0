import type { Translate } from '../../text/format.ts';
import type { Wanted } from '../answers/typed.ts';
import type { messages } from '../messages.ts';

/** What is said when a text is not the number that is asked for. */
export const wantedWords = (t: Translate<typeof messages>, wanted: Wanted, base: number): string => {
  if (wanted === 'number') return t('number');
  if (wanted === 'whole-number') return t('wholeNumber');
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.slice(0, base);
  return t('baseNumber', { base, digits: [...digits].join(' ') });
};
