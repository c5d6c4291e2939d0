export { createDatabase, type Database, type DatabaseOptions, type DB, type Trx } from './database.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
export { migrate } from './migrate.ts';
export { ensureAppUrl } from './roles.ts';
