import type { ElementNode, GapNode, HottextNode, InteractionNode } from '@testamur/qti';
import { createContext, type ReactNode, useContext } from 'react';

/** What stands in content and is answered in place. */
export interface Parts {
  readonly links: 'words' | 'links';
  interaction(node: InteractionNode): ReactNode;
  /** Of an element that names a catalog: with what the catalog has for it. `build` makes the element around its children. */
  readonly supported?: (node: ElementNode, build: (children: ReactNode) => ReactNode, children: ReactNode) => ReactNode;
  /** Under a rubric block that names a catalog. */
  readonly below?: (catalogIdref: string) => ReactNode;
  /** Inside a gap match interaction alone. */
  readonly gap?: (node: GapNode) => ReactNode;
  /** Inside a hottext interaction alone. */
  readonly hottext?: (node: HottextNode) => ReactNode;
}

const PartsContext = createContext<Parts>({ links: 'words', interaction: () => null });

export const PartsProvider = PartsContext.Provider;
export const useParts = (): Parts => useContext(PartsContext);
