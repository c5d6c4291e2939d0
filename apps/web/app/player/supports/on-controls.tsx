import type { ReactNode } from 'react';
import { SupportsProvider, useSupports } from './supports-context.ts';

/** Terms in it stand on controls: they are marked, and their buttons are elsewhere. */
export const OnControls = ({ children }: { readonly children: ReactNode }) => {
  const supports = useSupports();
  return <SupportsProvider value={{ ...supports, buttons: false }}>{children}</SupportsProvider>;
};
