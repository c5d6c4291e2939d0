import { chmodSync, mkdtempSync } from 'node:fs';
import { removeCluster } from './embedded/cluster.ts';
import { startEmbeddedPostgres } from './embedded.ts';

const log: any = {
  debug() {},
  info: (m: any) => said.push(m),
  warn(m: any) {
    said.push(m);
  },
  error(...m: any[]) {
    said.push(JSON.stringify(m));
  },
};
let said: string[] = [];
for (let i = 0; i < 20; i++) {
  said = [];
  const dataDir = mkdtempSync('/tmp/race-');
  chmodSync(dataDir, 0o711);
  const o = await Promise.allSettled([1, 2, 3].map(() => startEmbeddedPostgres({ dataDir, log })));
  const msgs = o.map((x) =>
    x.status === 'fulfilled' ? 'won' : String((x.reason as any).stack).replace(/\n\s+at node:.*/g, ''),
  );
  const ok = msgs.filter((m) => m === 'won').length === 1 && msgs.filter((m) => /is in use/.test(m)).length === 2;
  if (!ok) console.log(i, msgs, said);
  for (const x of o) if (x.status === 'fulfilled') await x.value.stop();
  await removeCluster({ dataDir, log });
}
console.log('done');
