import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Context, createContext } from '../../../context.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Role } from '../../../platform/operations/index.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import {
  addMember,
  createOrganization,
  createPerson,
  createSessionToken,
  ensurePlatformOrganization,
} from '../../identity/index.ts';
import { getEdition, publishEdition } from '../../programs/index.ts';

export type Api = ReturnType<Context['client']>;

export interface Caller {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly api: Api;
}

export const publicUrl = 'https://testamur.example';
export const secret = 'a secret of the tests that is long enough';
const log = { debug() {}, info() {}, warn: console.warn, error: console.error };
const programFile = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);

/** The whole server without its HTTP listener, one organization with a program, a clock to set, jobs to run by hand. */
export const createWorld = async ({
  startAt = '2027-03-01T09:00:00.000Z',
  demo = false,
  program,
  allowHosts,
}: {
  readonly startAt?: string;
  readonly demo?: boolean;
  /** A program file in the place of CALT. */
  readonly program?: string;
  /** `host:port` of issuers on this machine that verification may ask. */
  readonly allowHosts?: string;
} = {}) => {
  const db = await createTestDatabase({ maxConnections: 2 });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-credentials-'));
  let now = new Date(startAt);
  const config: Config = {
    PORT: 3000,
    HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: undefined,
    APP_DATABASE_URL: undefined,
    DATABASE_CONNECTIONS: 8,
    SECRET: secret,
    SMTP_URL: undefined,
    MAIL_FROM: undefined,
    FILES_URL: undefined,
    WORKERS: 2,
    DEMO: demo,
    TRUST_PROXY: false,
    METRICS_TOKEN: undefined,
    STATUS_LIST_HOURS: 6,
    SECRET_FORMER: undefined,
    ISSUER_KEYS: 'sealed',
    ISSUER_KEY_WAIT_MINUTES: 60,
    PKCS11_MODULE: undefined,
    PKCS11_TOKEN: undefined,
    PKCS11_PIN: undefined,
    KMS_REGION: undefined,
    KMS_ENDPOINT: undefined,
    VERIFY_ALLOW_HOSTS: allowHosts,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'test',
  };
  const context = await createContext({ config, log, ownerUrl: db.ownerUrl, appUrl: db.appUrl, now: () => now });
  const { platform } = context;
  const clientFor = (token: string | undefined): Api =>
    context.client({
      requestId: randomUUID(),
      headers: new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ip: '127.0.0.1',
      responseHeaders: new Headers(),
    });

  const organization = await platform.db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'association', name: 'Library Association', kind: 'live' });
  });
  const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => platform.inTenant(organization.id, work);
  const yaml = program ?? (await readFile(programFile, 'utf8'));
  const { programId } = await within((scope) => publishEdition(scope, yaml, null));

  const person = async (
    name: string,
    { roles = [], operator = false }: { readonly roles?: readonly Role[]; readonly operator?: boolean } = {},
  ): Promise<Caller> => {
    const email = `${randomUUID().slice(0, 8)}@people.example`;
    return within(async (scope) => {
      const { personId } = await createPerson(scope.trx, { name, email, emailVerified: true, operator });
      if (roles.length > 0) await addMember(scope, personId, roles);
      const token = await createSessionToken(scope.trx, personId);
      return { personId, name, email, api: clientFor(token) };
    });
  };

  return {
    db,
    context,
    platform,
    config,
    organization,
    programId,
    program: (await within((scope) => getEdition(scope.trx, organization.id, programId))).program,
    within,
    person,
    anyone: clientFor(undefined),
    clientFor,
    now: () => now,
    setClock: (at: string | Date) => {
      now = new Date(at);
    },
    passMs: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    runJobs: () => context.worker.drain(),
    runSchedule: async (name: string) => {
      const schedule = context.parts.flatMap((part) => part.schedules ?? []).find((one) => one.name === name);
      if (!schedule) throw new Error(`No schedule is named ${name}.`);
      await schedule.run();
      await context.worker.drain();
    },
    messagesTo: (email: string) =>
      within(({ trx }) =>
        trx
          .selectFrom('message')
          .select(['template', 'subject', 'body', 'occasion'])
          .where('to_address', '=', email)
          .orderBy('created_at')
          .orderBy('id')
          .execute(),
      ),
    close: async () => {
      await context.identity.close();
      await context.close();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** What a refused call was refused with. */
export const refusal = async (call: Promise<unknown>): Promise<{ code: string; message: string }> => {
  try {
    await call;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code === 'string') return { code, message };
    throw error;
  }
  throw new Error('The call was not refused.');
};
