import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from '../app/content-security-policy.ts';
import { hostHeadersOf, hostPage } from '../app/player/pci/host-page.ts';
import { hostPath } from '../app/player/pci/host-path.ts';

const host = path.join(import.meta.dirname, '..', 'app', 'player', 'pci', 'host');

/**
 * Writes `site.json` beside the pages, for whoever serves them: the policy of a page, in which a fresh nonce takes the place of
 * `nonce`, and the sandbox of portable custom interactions.
 */
export const siteFacts = (): Plugin => ({
  name: 'testamur-site-facts',
  async generateBundle() {
    const [amd, run, main] = await Promise.all(
      ['amd.js', 'run.js', 'main.js'].map((file) => readFile(path.join(host, file), 'utf8')),
    );
    const sources = { amd: amd ?? '', run: run ?? '', main: main ?? '' };
    const nonce = '__NONCE__';
    const facts = {
      nonce,
      contentSecurityPolicy: contentSecurityPolicy({ nonce, development: false }),
      sandbox: { path: hostPath, headers: hostHeadersOf(sources), document: hostPage(sources) },
    };
    this.emitFile({ type: 'asset', fileName: 'site.json', source: JSON.stringify(facts) });
  },
});
