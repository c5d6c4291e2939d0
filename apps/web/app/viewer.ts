import { useRouteLoaderData } from 'react-router';
import type { Viewer } from './context.ts';
import type { loader } from './root.tsx';

/** Who is signed in, in components. Loaders and actions ask `viewerContext`. */
export const useViewer = (): Viewer | undefined => useRouteLoaderData<typeof loader>('root')?.viewer;

/** The installation holds demonstration data. */
export const useDemonstration = (): boolean => useRouteLoaderData<typeof loader>('root')?.demonstration ?? false;
