import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerBuild } from 'react-router';
import { type Site, siteOf } from './site-entry.ts';

export type NodeMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface DevelopmentSite {
  /** Loads what has changed since the last request. */
  readonly load: () => Promise<Site>;
  readonly middleware: NodeMiddleware;
  readonly close: () => Promise<void>;
}

/** Vite without a port of its own: the server of the API serves its modules. */
export const startDevelopmentSite = async (root: string): Promise<DevelopmentSite> => {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, configFile: `${root}/vite.config.ts`, server: { middlewareMode: true } });
  return {
    load: async () => {
      const build = await vite.ssrLoadModule('virtual:react-router/server-build');
      return siteOf(build as ServerBuild);
    },
    middleware: vite.middlewares,
    close: () => vite.close(),
  };
};
