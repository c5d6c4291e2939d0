import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readPreviewed } from '../preview/read.ts';
import { servePreview } from '../preview/serve.ts';
import { builtSite } from '../preview/site.ts';
import { defineCommand } from '../shell/command.ts';
import { ok, UsageError } from '../shell/errors.ts';

const readPort = (written: string | undefined): number => {
  const port = written === undefined ? 0 : Number(written);
  if (written !== undefined && !(/^\d+$/.test(written) && port >= 1 && port <= 65_535)) {
    throw new UsageError(`--port takes a number from 1 to 65535, not "${written}".`);
  }
  return port;
};

/** The browser of the desktop; without one, the address that was written is enough. */
const openBrowser = (url: string): void => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};

export const qtiPreview = defineCommand({
  name: 'qti preview',
  summary: 'Look at a package in the browser, answer and score its items',
  description:
    'Serves the workbench on 127.0.0.1, to this machine alone: what was read and what not, each item as a candidate\n' +
    'sees it, its score step by step, and tests to walk through. Needs no account and no server. Ctrl-C ends it.',
  arguments: [
    {
      name: 'PACKAGE',
      says: 'A QTI package or the folder of one, an item or test of QTI, Moodle XML, GIFT, Aiken or CSV.',
    },
  ],
  options: {
    port: { type: 'string', value: 'N', says: 'The port; any that is free by default.' },
    'no-open': { type: 'boolean', says: 'Leave the browser alone; only write the address.' },
  },
  examples: [
    'testamur qti preview items.zip',
    'testamur qti preview items/',
    'testamur qti preview items.gift --port 8080 --no-open',
  ],
  exits: ['It was ended by Ctrl-C.'],
  run: async ({ values, positionals, io }) => {
    const [file = ''] = positionals;
    const port = readPort(values.port);
    const preview = await servePreview(builtSite, await readPreviewed(file), port);
    io.out(preview.url);
    io.err('Ctrl-C ends the preview.');
    if (values['no-open'] !== true) openBrowser(preview.url);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await preview.close();
    return ok;
  },
});
