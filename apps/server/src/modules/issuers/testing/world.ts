import { randomUUID } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import fastify from 'fastify';
import type { contract } from '../../../contract.ts';
import {
  createInProcessClient,
  inTenant,
  type Plumbing,
  type Scope,
  type TenantClock,
  type Viewer,
} from '../../../platform/http/index.ts';
import { createWorker, subscribe } from '../../../platform/jobs/index.ts';
import type { Role } from '../../../platform/operations/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { recordCommand } from '../../audit/index.ts';
import {
  addMember,
  createOrganization,
  createPerson,
  ensurePlatformOrganization,
  type NewOrganization,
} from '../../identity/index.ts';
import {
  type IssuerConfig,
  type IssuerKeyPayload,
  issuerDid,
  issuerKeyCompromised,
  issuerKeysChanged,
  issuersModule,
} from '../index.ts';

export type Api = ContractRouterClient<typeof contract, { idempotencyKey?: string }>;

export interface Caller extends Viewer {
  readonly api: Api['issuers'];
}

const log = { debug() {}, info() {}, warn: console.warn, error: console.error };

const defaults: IssuerConfig = {
  PUBLIC_URL: 'https://testamur.example',
  SECRET: 'a secret of the tests that is long enough',
  SECRET_FORMER: undefined,
  ISSUER_KEYS: 'sealed',
  ISSUER_KEY_WAIT_MINUTES: 60,
  PKCS11_MODULE: undefined,
  PKCS11_TOKEN: undefined,
  PKCS11_PIN: undefined,
  KMS_REGION: undefined,
  KMS_ENDPOINT: undefined,
};

/** One organization that issues, this module alone, a clock to set, and what it told upwards. */
export const createWorld = async (
  wish: { readonly config?: Partial<IssuerConfig>; readonly kind?: NewOrganization['kind'] } = {},
) => {
  const db = await createTestDatabase({ maxConnections: 6 });
  const config: IssuerConfig = { ...defaults, ...wish.config };
  let now = new Date('2027-03-01T09:00:00.000Z');
  const clock: TenantClock = () => now;
  const callers = new Map<string, Viewer>();
  const plumbing: Plumbing = {
    db,
    now: clock,
    authenticate: async ({ headers }) => callers.get(headers.get('x-person') ?? ''),
    recordCommand,
  };
  // The module under test reads no other settings, and no other part.
  const platform = { config, log, db, plumbing, clock, inTenant: inTenant(db, clock) } as unknown as Platform;
  const module = issuersModule(platform);
  const compromised: IssuerKeyPayload[] = [];
  let changes = 0;
  const worker = createWorker({
    ownerUrl: db.ownerUrl,
    db,
    jobs: [],
    subscriptions: [
      subscribe(issuerKeyCompromised, 'test.compromised', async ({ organizationId, keyId }) => {
        compromised.push({ organizationId, keyId });
      }),
      subscribe(issuerKeysChanged, 'test.changed', async () => {
        changes += 1;
      }),
    ],
    schedules: [],
    emitted: [],
    concurrency: 1,
    log,
  });
  const clientOf = (personId: string): Api['issuers'] =>
    createInProcessClient<typeof contract>(
      { issuers: module.procedures },
      {
        requestId: 'test',
        headers: new Headers({ 'x-person': personId }),
        ip: '127.0.0.1',
        responseHeaders: new Headers(),
      },
      (error) => console.error(error),
    ).issuers;
  const organization = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'association', name: 'Library Association', kind: wish.kind ?? 'live' });
  });
  const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => platform.inTenant(organization.id, work);
  const server = fastify();
  module.routes?.(server, () => {
    throw new Error('No context is needed here.');
  });

  return {
    db,
    config,
    organization,
    did: issuerDid(config.PUBLIC_URL, organization.slug),
    within,
    server,
    compromised,
    changes: () => changes,
    runJobs: () => worker.drain(),
    now: () => now,
    passMinutes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    person: (name: string, roles: readonly Role[]): Promise<Caller> =>
      within(async (scope) => {
        const email = `${randomUUID().slice(0, 8)}@people.example`;
        const { personId } = await createPerson(scope.trx, { name, email, emailVerified: true });
        await addMember(scope, personId, roles);
        const viewer = { personId, sessionId: randomUUID(), name, email, emailVerified: true, operator: false };
        callers.set(personId, viewer);
        return { ...viewer, api: clientOf(personId) };
      }),
    close: async () => {
      await server.close();
      await worker.stop();
      await db.drop();
    },
  };
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** What a refused call was refused with. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string') return code;
    throw error;
  }
  throw new Error('The call was not refused.');
};
