import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTemporaryServer } from '../testing/temporary-server.ts';
import { migrate } from './migrate.ts';
import { ensureAppUrl } from './roles.ts';

const SECRET = 'a secret of more than thirty-two characters';

let stop: () => Promise<void>;
let adminUrl: string;
/** A server that an administrator runs: roles are the server's, so this one is apart from that of the other tests. */
beforeAll(async () => {
  ({ adminUrl, stop } = await startTemporaryServer());
  await admin(`create role director login createrole password 'pw'; create role clerk login password 'pw'`);
  await admin('create database directed owner director');
  await admin('create database clerked owner clerk');
});
afterAll(() => stop());

async function admin(sql: string): Promise<void> {
  await query(adminUrl, sql);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function urlOf(user: string, password: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

describe('a database that somebody else runs:', () => {
  test('an owner who may not make roles is told what to ask for', async () => {
    const connecting = ensureAppUrl({ ownerUrl: urlOf('clerk', 'pw', 'clerked'), secret: SECRET });
    await expect(connecting).rejects.toThrow(/may not create the role testamur_app\. Ask .* and set APP_DATABASE_URL/);
  });

  test('an owner who may make roles gets one for the app, the same for every server of the installation', async () => {
    const ownerUrl = urlOf('director', 'pw', 'directed');
    const appUrl = await ensureAppUrl({ ownerUrl, secret: SECRET });
    expect(await ensureAppUrl({ ownerUrl, secret: SECRET })).toBe(appUrl);
    await migrate({ ownerUrl });
    expect(
      await query(appUrl, 'select current_user::text as me, count(*)::int as organizations from organization'),
    ).toEqual([{ me: 'testamur_app', organizations: 0 }]);
  });

  test('another secret does not open it, and the role keeps its password', async () => {
    const ownerUrl = urlOf('director', 'pw', 'directed');
    const connecting = ensureAppUrl({ ownerUrl, secret: `${SECRET}!` });
    await expect(connecting).rejects.toThrow(/cannot log in .*password authentication failed.* Set APP_DATABASE_URL/);
    await ensureAppUrl({ ownerUrl, secret: SECRET });
  });

  test('an owner or a superuser is refused as the app', async () => {
    const ownerUrl = urlOf('director', 'pw', 'directed');
    const asOwner = ensureAppUrl({ ownerUrl, appUrl: ownerUrl, secret: SECRET });
    await expect(asOwner).rejects.toThrow(/director must not serve requests: it owns tables/);
    const superuser = new URL(adminUrl);
    superuser.pathname = '/directed';
    const asSuperuser = ensureAppUrl({ ownerUrl, appUrl: superuser.href, secret: SECRET });
    await expect(asSuperuser).rejects.toThrow(/postgres must not serve requests: it is a superuser, has BYPASSRLS/);
  });

  test('a member of the app role that the administrator made is taken', async () => {
    await admin(`create role reception login password 'pw'; grant testamur_app to reception`);
    const appUrl = urlOf('reception', 'pw', 'directed');
    expect(await ensureAppUrl({ ownerUrl: urlOf('director', 'pw', 'directed'), appUrl, secret: SECRET })).toBe(appUrl);
  });

  test('a role that has nothing to do with the app is refused', async () => {
    await admin(`create role passerby login password 'pw'`);
    const appUrl = urlOf('passerby', 'pw', 'directed');
    const connecting = ensureAppUrl({ ownerUrl: urlOf('director', 'pw', 'directed'), appUrl, secret: SECRET });
    await expect(connecting).rejects.toThrow(/passerby must not serve requests: it is not a member of testamur_app/);
  });

  test('a server that is not there is told by the name of its variable', async () => {
    const connecting = ensureAppUrl({ ownerUrl: 'postgres://x@127.0.0.1:1/x', secret: SECRET });
    await expect(connecting).rejects.toThrow(/DATABASE_URL does not connect: .*ECONNREFUSED/);
  });
});
