import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { type Site, siteOf } from './site-entry.ts';

/** Loads `build/server/index.js`; that it is not there is a mistake of the installation, so the error says what to do. */
export const loadBuiltSite = async (root: string): Promise<Site> => {
  const file = path.join(root, 'build', 'server', 'index.js');
  if (!existsSync(file))
    throw new Error(`The site is not built: ${file} is missing. Run: npx react-router build apps/web`);
  const build: ServerBuild = await import(pathToFileURL(file).href);
  return siteOf(build);
};
