import { z } from 'zod';

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Of the reader. */
export const language = z
  .string()
  .max(35)
  .refine(isLanguage, 'Give a BCP 47 tag, such as en-US.')
  .optional()
  .describe('BCP 47; English without it.');
