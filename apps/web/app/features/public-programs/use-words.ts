import { useMemo } from 'react';
import { useDocument } from '../../document/document-context.ts';
import { type Words, wordsIn } from './words.ts';

export const useWords = (): Words => {
  const { locale } = useDocument();
  return useMemo(() => wordsIn(locale), [locale]);
};
