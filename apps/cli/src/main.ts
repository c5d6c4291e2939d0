import { readFile } from 'node:fs/promises';
import { commands } from './commands/index.ts';
import { processIo } from './shell/io.ts';
import { run } from './shell/run.ts';

// A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const readVersion = async (): Promise<string> => {
  const { version }: { version: string } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return version;
};

process.exitCode = await run(commands, await readVersion(), process.argv.slice(2), processIo());
