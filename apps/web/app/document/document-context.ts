import { createContext, useContext } from 'react';
import type { DocumentFacts } from './document-facts.ts';

export const DocumentContext = createContext<DocumentFacts | undefined>(undefined);

/** Language, time zone, request id: what holds for the whole document. */
export const useDocument = (): DocumentFacts => {
  const facts = useContext(DocumentContext);
  if (!facts) throw new Error('useDocument() is called outside <DocumentProvider>.');
  return facts;
};
