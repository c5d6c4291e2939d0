import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../../contract.ts';
import { newId } from '../../../kernel/index.ts';
import { createFileStore } from '../../../platform/files/index.ts';
import {
  createApiHandler,
  createInProcessClient,
  inTenant,
  type Plumbing,
  type RequestContext,
  type Scope,
  type TenantClock,
  type Viewer,
} from '../../../platform/http/index.ts';
import { createWorker } from '../../../platform/jobs/index.ts';
import type { Role } from '../../../platform/operations/index.ts';
import { createPdfRenderer } from '../../../platform/pdf/index.ts';
import type { ModuleParts, Platform } from '../../../platform/platform.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { PLATFORM_ORGANIZATION_ID, recordCommand } from '../../audit/index.ts';
import { billingModule, createTestGateway, type PaymentGateway } from '../../billing/index.ts';
import { addMember, createOrganization, createPerson, ensurePlatformOrganization } from '../../identity/index.ts';
import { notificationsModule } from '../../notifications/index.ts';
import { getEdition, programsModule, publishEdition } from '../../programs/index.ts';
import { type CandidaciesDeps, candidaciesModule, editionsOfCandidacies } from '../index.ts';

export type Api = ContractRouterClient<typeof contract, { idempotencyKey?: string }>;

/** Somebody who calls operations. */
export interface Caller extends Viewer {
  readonly api: Api;
}

const log = { debug() {}, info() {}, warn: console.warn, error: console.error };

const caltYaml = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
export const readCalt = (): Promise<string> => readFile(caltYaml, 'utf8');

/** One organization with the program CALT, the modules up to this one, a clock to set, and the jobs to run by hand. */
export const createWorld = async (
  options: {
    readonly gateway?: PaymentGateway;
    readonly deps?: CandidaciesDeps;
    readonly startAt?: string;
    readonly kind?: 'demonstration' | 'rehearsal';
    /** Of a further program. */
    readonly yaml?: string;
  } = {},
) => {
  const db = await createTestDatabase({ maxConnections: 8 });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-candidacies-'));
  let now = new Date(options.startAt ?? '2027-03-01T09:00:00.000Z');
  const clock: TenantClock = () => now;
  const callers = new Map<string, Viewer>();
  const plumbing: Plumbing = {
    db,
    now: clock,
    authenticate: async ({ headers }) => callers.get(headers.get('x-person') ?? ''),
    recordCommand,
  };
  const config = {
    PUBLIC_URL: 'https://testamur.example',
    DATA_DIR: dataDir,
    FILES_URL: undefined,
    SMTP_URL: undefined,
  };
  // The modules under test read no other settings.
  const platform = {
    config,
    log,
    db,
    files: createFileStore(config),
    mailer: { configured: false, send: async () => undefined },
    pdf: createPdfRenderer(),
    plumbing,
    clock,
    inTenant: inTenant(db, clock),
  } as unknown as Platform;

  const modules: readonly ModuleParts[] = [
    notificationsModule(platform),
    programsModule(platform, editionsOfCandidacies),
    billingModule(platform, { getEdition }, options.gateway ?? createTestGateway()),
    candidaciesModule(platform, options.deps),
  ];
  const router = Object.fromEntries(modules.map((part) => [part.name, part.procedures]));
  const worker = createWorker({
    ownerUrl: db.ownerUrl,
    db,
    jobs: modules.flatMap((part) => part.jobs ?? []),
    subscriptions: modules.flatMap((part) => part.subscriptions ?? []),
    schedules: modules.flatMap((part) => part.schedules ?? []),
    emitted: modules.flatMap((part) => part.emits ?? []).map((event) => event.name),
    concurrency: 1,
    log,
  });

  const report = (error: unknown) => console.error(error);
  const handle = createApiHandler(router, report);
  const requestOf = (personId: string): RequestContext => ({
    requestId: 'test',
    headers: new Headers({ 'x-person': personId }),
    ip: '127.0.0.1',
    responseHeaders: new Headers(),
  });

  const organization = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'ala', name: 'Library Association', kind: options.kind ?? 'demonstration' });
  });
  const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => platform.inTenant(organization.id, work);
  await within(async (scope) => publishEdition(scope, await readCalt(), null));
  const { yaml } = options;
  if (yaml !== undefined) await within((scope) => publishEdition(scope, yaml, null));

  const apiOf = (personId: string): Api => createInProcessClient<typeof contract>(router, requestOf(personId), report);

  const person = async (name: string, roles: readonly Role[] = [], emailVerified = true): Promise<Caller> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@people.example`;
    const { personId } = await within(async (scope) => {
      const made = await createPerson(scope.trx, { name, email, emailVerified });
      if (roles.length > 0) await addMember(scope, made.personId, roles);
      return made;
    });
    const viewer: Viewer = { personId, sessionId: newId(), name, email, emailVerified, operator: false };
    callers.set(personId, viewer);
    return { ...viewer, api: apiOf(personId) };
  };

  return {
    db,
    organization,
    within,
    person,
    /** Without a session. */
    anyone: apiOf(''),
    /** What lies in the outbox of the installation: mail with links. */
    linkMails: () =>
      platform.inTenant(PLATFORM_ORGANIZATION_ID, ({ trx }) =>
        trx.selectFrom('message').select(['to_address', 'subject', 'body', 'occasion']).orderBy('id').execute(),
      ),
    mails: () =>
      within(({ trx }) =>
        trx.selectFrom('message').select(['to_address', 'subject', 'body', 'occasion']).orderBy('id').execute(),
      ),
    /** Over HTTP, as the REST API answers. */
    fetch: async ({ personId }: Viewer, path: string, init: RequestInit = {}): Promise<Response> => {
      const request = new Request(`https://testamur.example/api${path}`, init);
      return (await handle(request, requestOf(personId))) ?? new Response(null, { status: 404 });
    },
    now: () => now,
    setClock: (at: string) => {
      now = new Date(at);
    },
    runJobs: () => worker.drain(),
    sweep: async () => {
      for (const schedule of modules.flatMap((part) => part.schedules ?? [])) await schedule.run();
      await worker.drain();
    },
    close: async () => {
      await worker.stop();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** What a refused call was refused with. */
export const refusal = async (call: Promise<unknown>): Promise<{ code: string; message: string; fields: unknown }> => {
  try {
    await call;
  } catch (error) {
    const { code, message, data } = error as { code?: unknown; message: string; data?: { fields?: unknown } };
    if (typeof code === 'string') return { code, message, fields: data?.fields };
    throw error;
  }
  throw new Error('The call was not refused.');
};
