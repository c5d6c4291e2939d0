import { createHmac } from 'node:crypto';
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { StartError } from '../config/start-error.ts';

export const OWNER_ROLE = 'testamur_owner';
export const APP_ROLE = 'testamur_app';

/** A role that may log in and has no other privilege of its own. A role that is there keeps its password. */
export async function ensureRole(admin: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount !== 0) return;
  const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  await admin.query(`create role ${escapeIdentifier(name)} ${attributes} password ${escapeLiteral(password)}`);
}

/** A database that the owner role owns, its public schema included, and that nobody else may create things in. */
export async function createOwnedDatabase(admin: Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await admin.query(`create database ${escapeIdentifier(name)} owner ${OWNER_ROLE} template template0`);
  }
  await admin.query(`revoke all on database ${escapeIdentifier(name)} from public`);
  await admin.query(`grant connect on database ${escapeIdentifier(name)} to ${APP_ROLE}`);
}

/**
 * The app's connection to a database that somebody else runs (DATABASE_URL): the role is made when the owner may,
 * with a password derived from the installation's secret, so that every server of an installation has the same.
 */
export async function ensureAppUrl(options: {
  readonly ownerUrl: string;
  readonly appUrl?: string | undefined;
  readonly secret: string;
}): Promise<string> {
  const password = createHmac('sha256', options.secret).update('postgresql/testamur_app').digest('base64url');
  if (options.appUrl === undefined) await createAppRole(options.ownerUrl, password);
  const appUrl = options.appUrl ?? withUser(options.ownerUrl, APP_ROLE, password);
  await verifyAppRole(appUrl);
  return appUrl;
}

async function createAppRole(ownerUrl: string, password: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect().catch((error: Error) => {
    throw new StartError(`DATABASE_URL does not connect: ${error.message}.`);
  });
  try {
    await ensureRole(owner, APP_ROLE, password);
    const database = owner.database ?? 'testamur';
    await owner.query(`grant connect on database ${escapeIdentifier(database)} to ${APP_ROLE}`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error;
    throw new StartError(
      `The user of DATABASE_URL may not create the role ${APP_ROLE}. Ask the administrator of the database for ` +
        `"create role ${APP_ROLE} login password '…'" and set APP_DATABASE_URL to a connection with that role.`,
    );
  } finally {
    await owner.end();
  }
}

/** Refuses a role that row-level security would not hold. */
export async function verifyAppRole(appUrl: string): Promise<void> {
  const app = new Client({ connectionString: appUrl });
  await app.connect().catch((error: Error) => {
    throw new StartError(
      `The app's role cannot log in to PostgreSQL: ${error.message}. Set APP_DATABASE_URL to a connection with the ` +
        `role ${APP_ROLE}, or drop that role to have it made anew with a password derived from SECRET.`,
    );
  });
  try {
    const { rows } = await app.query<{ role: string; problem: string }>(
      `select r.rolname as role, problem from pg_roles r, lateral (values
         (r.rolsuper, 'is a superuser'), (r.rolbypassrls, 'has BYPASSRLS'),
         (exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where c.relowner = r.oid and n.nspname = 'public'), 'owns tables'),
         (not pg_has_role(r.oid, $1, 'usage'), 'is not a member of ' || $1)
       ) as checks (holds, problem) where r.rolname = current_user and holds`,
      [APP_ROLE],
    );
    const [first] = rows;
    if (first === undefined) return;
    throw new StartError(
      `The role ${first.role} must not serve requests: it ${rows.map((row) => row.problem).join(', ')}. ` +
        `Row-level security would not separate organizations. Use ${APP_ROLE} in APP_DATABASE_URL.`,
    );
  } finally {
    await app.end();
  }
}

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
