import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../shell/errors.ts';

/** Where `vite build` puts the site of the workbench. */
export const builtSite = path.join(import.meta.dirname, '..', '..', '..', 'web', 'build', 'workbench');

/** What the site says about how it is served. */
export interface SiteFacts {
  /** The words in pages and policy that a fresh nonce replaces. */
  readonly nonce: string;
  readonly contentSecurityPolicy: string;
  /** The page in which portable custom interactions run. */
  readonly sandbox: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly document: string;
  };
}

/** @throws CommandError when the site is not built. */
export const readFacts = async (folder: string): Promise<SiteFacts> => {
  const file = path.join(folder, 'site.json');
  if (!existsSync(file)) {
    throw new CommandError('The pages of the preview are not built.', {
      fix: 'Run: npx vite build -c apps/web/workbench-site/vite.config.ts',
    });
  }
  return JSON.parse(await readFile(file, 'utf8')) as SiteFacts;
};
