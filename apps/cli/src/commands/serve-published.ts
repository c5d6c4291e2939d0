import { once } from 'node:events';
import { servePublished } from '../published/serve.ts';
import { defineCommand } from '../shell/command.ts';
import { ok, UsageError } from '../shell/errors.ts';

const readPort = (written: string | undefined): number => {
  const port = written === undefined ? 8080 : Number(written);
  if (written !== undefined && !(/^\d+$/.test(written) && port >= 1 && port <= 65_535)) {
    throw new UsageError(`--port takes a number from 1 to 65535, not "${written}".`);
  }
  return port;
};

export const servePublishedCommand = defineCommand({
  name: 'serve-published',
  summary: 'Serve status lists and DID documents while the installation is down',
  description:
    'An installation writes each signed status list and DID document to DATA_DIR/published, under the path of its\n' +
    'address. This serves that folder, or a copy of it, at the same paths: it reads files and needs no database and no\n' +
    'key. A status list is good until its validUntil; after that verifiers say that it is stale. Ctrl-C ends it.',
  arguments: [{ name: 'DIR', says: 'The folder, such as /srv/testamur/published.' }],
  options: {
    port: { type: 'string', value: 'N', says: 'The port; 8080 by default.' },
    host: { type: 'string', value: 'ADDRESS', says: 'The address to listen on; 127.0.0.1 by default.' },
  },
  examples: [
    'testamur serve-published /srv/testamur/published',
    'testamur serve-published ./published --port 3001 --host 0.0.0.0',
  ],
  exits: ['It was ended by Ctrl-C.'],
  run: async ({ values, positionals, io }) => {
    const [folder = ''] = positionals;
    const served = await servePublished(folder, values.host ?? '127.0.0.1', readPort(values.port));
    io.out(served.url);
    io.err('Ctrl-C ends it.');
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await served.close();
    return ok;
  },
});
