import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { testUrl } from '../apps/server/src/platform/testing/server.ts';
import { createMigratedDatabase, startTemporaryServer } from '../apps/server/src/platform/testing/temporary-server.ts';
import { dumpSchema } from './schema/dump.ts';
import { generateTypes } from './schema/types.ts';

/**
 * Writes what follows from `database/migrations`: `database/schema.sql` and the types of the tables. With `--check` it
 * writes nothing and fails when a file is not what it would write.
 */
const check = process.argv.includes('--check');
const server = await startTemporaryServer();
const texts = await (async () => {
  try {
    const database = { adminUrl: server.adminUrl, prefix: 'schema', password: 'schema' };
    await createMigratedDatabase(database, 'schema');
    const url = testUrl(database, 'testamur_owner', 'schema');
    return {
      'database/schema.sql': `-- Made from database/migrations by "npm run fix". Do not edit.\n\n${await dumpSchema(url)}`,
      'apps/server/src/platform/db/schema.gen.ts': await generateTypes(url),
    };
  } finally {
    await server.stop();
  }
})();

for (const [name, text] of Object.entries(texts)) {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) continue;
  if (check) {
    console.error(`${name} is stale: it does not match database/migrations. Run "npm run fix" and commit the result.`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`Wrote ${name}.`);
  }
}
