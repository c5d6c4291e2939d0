/**
 * How many due candidacies a second the sweep looks at, by its own code in its own transactions, against how many
 * ledgers a bare client reads and parses from the same tables in the same run. Most of the candidacies are certified;
 * half of all are due, a few are of a program that makes the code throw. Ends with 1 if one that is due was not looked
 * at, was told of twice or not at all, or if the memory of the process grew beyond the limit once it was warm.
 *
 *     npm run bench -- sweep [--candidacies N]
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createOrganization, ensurePlatformOrganization } from '../apps/server/src/modules/identity/index.ts';
import { getEdition, publishEdition } from '../apps/server/src/modules/programs/index.ts';
import { inTenant } from '../apps/server/src/platform/http/index.ts';
import { openScratchDatabase } from './scratch/database.ts';
import { startProgress } from './scratch/progress.ts';
import { countToBeTold, fill } from './sweep/fill.ts';
import { countDue, prove } from './sweep/prove.ts';
import { openReference } from './sweep/reference.ts';
import { report } from './sweep/report.ts';
import { runSweep } from './sweep/run.ts';
import { makeTemplates } from './sweep/templates.ts';

const { values } = parseArgs({ options: { candidacies: { type: 'string', default: '20000' } } });
const candidacies = Number(values.candidacies);
if (!Number.isInteger(candidacies) || candidacies < 2000) {
  console.error('--candidacies is a whole number from 2000, such as 1000000.');
  process.exit(2);
}

const now = new Date('2031-06-16T09:00:00.000Z');
const programFile = new URL('../programs/calt/program.yaml', import.meta.url);
const { ownerUrl, appUrl, db, cleanUp } = await openScratchDatabase();

try {
  const organization = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'bench', name: 'Bench', kind: 'demonstration' });
  });
  const enter = inTenant(db, () => now);
  const yaml = await readFile(programFile, 'utf8');
  const program = await enter(organization.id, async (scope) => {
    const { programId } = await publishEdition(scope, yaml, null);
    return (await getEdition(scope.trx, organization.id, programId)).program;
  });

  const filling = startProgress('Filling the tables', candidacies);
  const templates = makeTemplates(program, now);
  await fill({ ownerUrl, organizationId: organization.id, program, templates, candidacies, progress: filling });
  filling.end();

  const where = { ownerUrl, organizationId: organization.id, now };
  const { due, sound } = await countDue(where);
  const reference = await openReference(appUrl, organization.id);
  const sweeping = startProgress('Sweeping', due);
  const run = { enter, organizationId: organization.id, now, due, reference, progress: sweeping };
  const measured = await runSweep(run).finally(() => reference.close());
  sweeping.end();
  process.exitCode = report({
    candidacies,
    due,
    sound,
    toTell: countToBeTold(templates, candidacies),
    measured,
    proof: await prove(where),
  });
} finally {
  await cleanUp();
}
process.exit();
