import type { AddressInfo } from 'node:net';
import { createApp } from '../../apps/server/src/app.ts';
import { createContext } from '../../apps/server/src/context.ts';
import { loadConfig } from '../../apps/server/src/platform/config/index.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';

/** The server as an installation runs it, jobs included, without the pages. Tells its port. */
const config = await loadConfig(process.env);
const log = createLog(config);
const { DATABASE_URL: ownerUrl = '', APP_DATABASE_URL: appUrl = '' } = process.env;
const context = await createContext({ config, log, ownerUrl, appUrl });
await context.worker.start();
const app = await createApp({ context });
await app.server.listen({ port: 0, host: '127.0.0.1' });
process.send?.((app.server.server.address() as AddressInfo).port);

process.once('SIGTERM', async () => {
  await app.close();
  await context.close();
  process.exit(0);
});
