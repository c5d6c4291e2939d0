import type { createRequestHandler, RouterContextProvider, ServerBuild } from 'react-router';
import type { LoadContextValues } from './app/load-context-values.ts';

/** What `app/entry.server.tsx` exports beside what React Router asks of it. */
interface SiteModule {
  readonly createLoadContext: (values: LoadContextValues) => RouterContextProvider;
  readonly createRequestHandler: typeof createRequestHandler;
}

/**
 * The site as a module: built, or made on the fly in development. Contexts and router classes are compared by identity,
 * so all that handles a request comes from this one module.
 */
export interface Site {
  readonly build: ServerBuild;
  readonly module: SiteModule;
}

const isSiteModule = (value: object): value is SiteModule =>
  'createLoadContext' in value && 'createRequestHandler' in value;

export const siteOf = (build: ServerBuild): Site => {
  const { module } = build.entry;
  if (!isSiteModule(module))
    throw new Error('app/entry.server.tsx must export createLoadContext and createRequestHandler.');
  return { build, module };
};
