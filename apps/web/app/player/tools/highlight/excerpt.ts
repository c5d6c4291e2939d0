import type { Stretch } from './marks.ts';

const LONGEST = 60;

/** Words of a text as they are said and listed: not all of a long stretch. */
export const excerpt = (text: string, { start, end }: Stretch): string => {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 2).trimEnd()}…` : words;
};
