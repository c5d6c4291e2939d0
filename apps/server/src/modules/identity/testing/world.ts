import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { newId } from '../../../kernel/index.ts';
import type { Plumbing, RequestContext, Scope, Tenant, TenantClock } from '../../../platform/http/index.ts';
import { prepareJobs } from '../../../platform/jobs/index.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { platformOrganization, recordCommand } from '../../audit/index.ts';
import type { identityContract } from '../contract.ts';
import { createIdentity, createOrganization, ensurePlatformOrganization, identityModule } from '../index.ts';

export type Api = ContractRouterClient<typeof identityContract>;

/** Keeps cookies as a browser does, and calls operations with them. */
export interface Browser {
  readonly api: Api;
  readonly cookies: ReadonlyMap<string, string>;
  /** What the last answers said beside their bodies. */
  readonly answered: readonly Headers[];
  request(headers?: Readonly<Record<string, string>>): RequestContext;
}

export const publicUrl = 'http://localhost:3000';
export const longPassword = 'violet tram over the river';

export const createWorld = async () => {
  const db = await createTestDatabase({ maxConnections: 5 });
  await prepareJobs(db.ownerUrl);
  await db.system(ensurePlatformOrganization);
  let movedMs = 0;
  const clock: TenantClock = (organization) => new Date(Date.now() + movedMs + (organization?.clockOffsetMs ?? 0));
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const config = { PUBLIC_URL: publicUrl, SECRET: 'a secret for tests, of thirty-two characters or more' };
  const identity = createIdentity({ config, db, log, clock });
  const plumbing: Plumbing = { db, now: clock, authenticate: identity.authenticate, recordCommand };
  const { procedures } = identityModule({ plumbing }, identity);

  const open = (fixed: Readonly<Record<string, string>> = {}): Browser => {
    const cookies = new Map<string, string>();
    const answered: Headers[] = [];
    let absorbed = 0;
    const absorb = () => {
      for (const headers of answered.slice(absorbed)) {
        for (const cookie of headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (name === undefined || value === undefined) continue;
          if (/max-age=0\b/i.test(cookie)) cookies.delete(name);
          else cookies.set(name, value);
        }
      }
      absorbed = answered.length;
    };
    const request = (more: Readonly<Record<string, string>> = {}): RequestContext => {
      absorb();
      const headers = new Headers({ 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0', ...fixed, ...more });
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const responseHeaders = new Headers();
      answered.push(responseHeaders);
      return { requestId: newId(), headers, ip: '127.0.0.1', responseHeaders };
    };
    const api = createRouterClient(procedures, { context: () => request() }) as unknown as Api;
    return { api, cookies, answered, request };
  };

  const within = <T>(organization: Tenant, work: (scope: Scope) => Promise<T>) =>
    db.tenant(organization.id, (trx) => work({ trx, organization, now: clock(organization) }));
  const mailTo = (address: string) =>
    within(platformOrganization, ({ trx }) =>
      trx.selectFrom('message').selectAll().where('to_address', '=', address).orderBy('id').execute(),
    );
  const lastLink = async (address: string) => {
    const last = (await mailTo(address)).at(-1);
    const link = /https?:\S+/g.exec(last?.body.split(':\n\n')[1] ?? '')?.[0];
    if (link === undefined) throw new Error(`No mail with a link came to ${address}.`);
    return new URL(link);
  };
  const organization = (slug: string, kind: Tenant['kind'] = 'live') =>
    db.system((trx) => createOrganization(trx, { slug, name: `The ${slug} body`, kind }));
  const person = async (name: string, password = longPassword) => {
    const email = `${name}@lovelace.dev`;
    const { personId } = await identity.createPerson({ name, email, password, emailVerified: true });
    return { personId, name, email, password };
  };
  const signedIn = async (account: { email: string; password: string }) => {
    const browser = open();
    await browser.api.signIn({ email: account.email, password: account.password });
    return browser;
  };

  return {
    db,
    identity,
    open,
    within,
    mailTo,
    lastLink,
    organization,
    person,
    signedIn,
    moveClock: (milliseconds: number) => {
      movedMs += milliseconds;
    },
    close: async () => {
      await identity.close();
      await db.drop();
    },
  };
};

export type World = Awaited<ReturnType<typeof createWorld>>;
