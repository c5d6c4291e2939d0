import { Kysely, PostgresDialect } from 'kysely';
import { generate, PostgresDialect as PostgresGenerator } from 'kysely-codegen';
import { Pool } from 'pg';

/** The tables as types for Kysely, in the JavaScript types that `platform/db/types.ts` makes of PostgreSQL's. */
export async function generateTypes(url: string): Promise<string> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  });
  try {
    return await generate({
      db,
      dialect: new PostgresGenerator({ dateParser: 'string', numericParser: 'string', defaultSchemas: ['public'] }),
      defaultSchemas: ['public'],
      includePattern: 'public.*',
      outFile: null,
      typeMapping: { int8: 'number', interval: 'string', timestamp: 'string' },
    });
  } finally {
    await db.destroy();
  }
}
