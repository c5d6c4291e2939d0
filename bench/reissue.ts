/**
 * The drill: a key is withdrawn; all credentials that it signed are set in their status lists and issued again with
 * another key, in the chunks in which the job does it, some of them broken off in the middle. Prints how long that takes,
 * and how fast it is against signatures of node:crypto alone in the same run. Ends with 1 if any credential is not
 * withdrawn exactly once, has not exactly one valid successor, or a sample does not verify with @digitalbazaar/vc.
 *
 *     npm run bench -- reissue [--count N]
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createOrganization, ensurePlatformOrganization } from '../apps/server/src/modules/identity/index.ts';
import { getEdition, publishEdition } from '../apps/server/src/modules/programs/index.ts';
import { loadConfig } from '../apps/server/src/platform/config/index.ts';
import { inTenant } from '../apps/server/src/platform/http/index.ts';
import { runDrill } from './credentials/drill.ts';
import { analyze, fillCredentials } from './credentials/drill-fill.ts';
import { proveDrill } from './credentials/drill-proof.ts';
import { openScratchDatabase } from './scratch/database.ts';
import { startProgress } from './scratch/progress.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } });
const count = Number(values.count);
if (!Number.isInteger(count) || count < 100) {
  console.error('--count is a whole number from 100, such as 100000.');
  process.exit(2);
}

const now = new Date('2031-06-16T09:00:00.000Z');
const programFile = new URL('../programs/calt/program.yaml', import.meta.url);
const { dataDir, ownerUrl, db, log, cleanUp } = await openScratchDatabase();
const config = await loadConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'https://bench.example', NODE_ENV: 'test' });

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

try {
  const clock = () => now;
  const enter = inTenant(db, clock);
  const platform = { inTenant: enter, config, clock, log };
  const { id: organizationId } = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'bench', name: 'Bench', kind: 'demonstration' });
  });
  const yaml = await readFile(programFile, 'utf8');
  const program = await enter(organizationId, async (scope) => {
    const { programId } = await publishEdition(scope, yaml, null);
    return (await getEdition(scope.trx, organizationId, programId)).program;
  });

  const filling = startProgress('Issuing what is to be withdrawn', count);
  const { keyId } = await fillCredentials({ enter, organizationId, config, program, count, progress: filling });
  filling.end();
  await analyze(ownerUrl);
  const reissuing = startProgress('Issuing again', count);
  const drilled = await runDrill(platform, { organizationId, keyId, progress: reissuing });
  reissuing.end();
  const { faults, sampled } = await proveDrill({ platform, ownerUrl, organizationId, keyId, count });

  const perSecond = drilled.credentials / drilled.seconds;
  console.log(
    JSON.stringify({
      ...{ bench: 'reissue', count, reissued: drilled.credentials, crashes: drilled.crashes, sampled },
      ...{ withdrawnSeconds: round(drilled.withdrawnSeconds, 2), seconds: round(drilled.seconds, 1) },
      ...{ perSecond: round(perSecond), rawPerSecond: round(drilled.rawPerSecond) },
      ...{ ratio: round(perSecond / drilled.rawPerSecond, 3), rssPeakMiB: round(drilled.rssPeakMiB) },
    }),
  );
  console.log(
    `All copies stopped counting after ${round(drilled.withdrawnSeconds, 1)} s; ${round(perSecond)} a second were issued ` +
      `again and stored with a letter each, ${round((100 * perSecond) / drilled.rawPerSecond, 1)} % of the signatures alone.`,
  );
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await cleanUp();
}
process.exit();
