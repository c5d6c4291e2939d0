import { createApp } from './app.ts';
import { createContext } from './context.ts';
import { loadConfig } from './platform/config/index.ts';
import { StartError } from './platform/config/start-error.ts';
import { createLog } from './platform/log/index.ts';
import { seedIfEmpty } from './seed/index.ts';
import { announce } from './start/announce.ts';
import { closeAll } from './start/close-all.ts';
import { openDatabase } from './start/open-database.ts';
import { onceStopped } from './start/signals.ts';

/** Starts the whole installation, and stops it in the opposite order. */
const start = async (): Promise<void> => {
  const began = performance.now();
  const stopped = onceStopped();
  const config = await loadConfig(process.env);
  const log = createLog(config);
  const closing: (() => Promise<void>)[] = [];
  try {
    const database = await openDatabase(config, log);
    closing.push(database.close);
    const context = await createContext({ config, log, ownerUrl: database.ownerUrl, appUrl: database.appUrl });
    closing.push(context.close);
    const signIns = await seedIfEmpty(context);
    await context.worker.start();
    const app = await createApp({ context, web: config.NODE_ENV === 'development' ? 'development' : 'production' });
    closing.push(app.close);
    await app.server.listen({ port: config.PORT, host: config.HOST });
    announce({ config, signIns, seconds: (performance.now() - began) / 1000 });
    await stopped;
  } finally {
    await closeAll(closing, log);
  }
};

start().then(
  () => process.exit(0),
  (error: unknown) => {
    const mendable = error instanceof StartError;
    console.error(mendable ? `\n${error.message}\n` : error);
    process.exit(1);
  },
);
