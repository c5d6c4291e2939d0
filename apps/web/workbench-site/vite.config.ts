import path from 'node:path';
import { defineConfig } from 'vite';
import { tablerIcons } from '../build-plugins/tabler-icons.ts';
import { siteFacts } from './site-facts.ts';

/** A site of the workbench alone, without a server behind it; `testamur qti preview` serves it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: path.join(import.meta.dirname, '..', 'public'),
  plugins: [tablerIcons(), siteFacts()],
  worker: { format: 'es' },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: path.join(import.meta.dirname, '..', 'build', 'workbench'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ['index.html', 'interactions.html'].map((page) => path.join(import.meta.dirname, page)),
    },
  },
});
