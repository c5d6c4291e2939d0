import { say, type Text } from '@testamur/program';
import { useCallback } from 'react';
import { useDocument } from '../document/document-context.ts';
import { intlLocaleOf } from './locales.ts';

/** What a standing says, in the reader's language: `const say = useSay(); say(line.title)`. */
export const useSay = (): ((text: Text) => string) => {
  const { locale } = useDocument();
  return useCallback((text) => say(text, intlLocaleOf(locale)), [locale]);
};
