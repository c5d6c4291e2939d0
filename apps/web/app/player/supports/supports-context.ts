import type { Catalog } from '@testamur/qti';
import { createContext, useContext } from 'react';
import { allSupports, type Support, type SupportWishes, supportsFor } from './cards.ts';

interface SupportsValue {
  readonly catalogs: readonly Catalog[];
  readonly wishes: SupportWishes;
  readonly itemLanguage: string | null;
  /** Where panels stand in the document: inside the item, so that they have its colors. */
  readonly room: HTMLElement | null;
  /** Whether terms get buttons in their place; on controls they are only marked. */
  readonly buttons: boolean;
}

const SupportsContext = createContext<SupportsValue>({
  catalogs: [],
  wishes: allSupports,
  itemLanguage: null,
  room: null,
  buttons: false,
});

export const SupportsProvider = SupportsContext.Provider;

interface Supports extends SupportsValue {
  /** What there is to show for an element; what is read aloud is not among it. */
  of(idref: string): readonly Support[];
}

export const useSupports = (): Supports => {
  const value = useContext(SupportsContext);
  const of = (idref: string) =>
    supportsFor(value.catalogs, idref, value.wishes, value.itemLanguage).filter(({ kind }) => kind !== 'speech');
  return { ...value, of };
};
