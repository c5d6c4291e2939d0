import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../../contract.ts';
import { newId } from '../../../kernel/index.ts';
import { createFileStore } from '../../../platform/files/index.ts';
import {
  createApiHandler,
  createHttpServer,
  createInProcessClient,
  inTenant,
  type Plumbing,
  type RequestContext,
  type Scope,
  type Viewer,
} from '../../../platform/http/index.ts';
import { createWorker } from '../../../platform/jobs/index.ts';
import type { Role } from '../../../platform/operations/index.ts';
import { createPdfRenderer } from '../../../platform/pdf/index.ts';
import type { ModuleParts, Platform } from '../../../platform/platform.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { recordCommand } from '../../audit/index.ts';
import { billingModule } from '../../billing/index.ts';
import { candidaciesModule } from '../../candidacies/index.ts';
import { deliveryModule } from '../../delivery/index.ts';
import { addMember, createOrganization, createPerson, ensurePlatformOrganization } from '../../identity/index.ts';
import { itemBankModule } from '../../item-bank/index.ts';
import { notificationsModule } from '../../notifications/index.ts';
import { getEdition, programsModule, publishEdition } from '../../programs/index.ts';
import { schedulingModule } from '../../scheduling/index.ts';
import { listExaminersAtWork, scoringModule } from '../index.ts';

export type Api = ContractRouterClient<typeof contract, { idempotencyKey?: string }>;

/** Somebody who calls operations. */
export interface Caller extends Viewer {
  readonly api: Api;
}

const log = { debug() {}, info() {}, warn: console.warn, error: console.error };
const programFile = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);

/** One organization with a program, the modules up to scoring, a clock to set, jobs to run by hand, and an HTTP server. */
export const createWorld = async ({ startAt = '2027-03-01T09:00:00.000Z' }: { readonly startAt?: string } = {}) => {
  const db = await createTestDatabase({ maxConnections: 8 });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'testamur-exams-'));
  let now = new Date(startAt);
  const viewers = new Map<string, Viewer>();
  const plumbing: Plumbing = {
    db,
    now: () => now,
    authenticate: async ({ headers, responseHeaders }) => {
      responseHeaders.set('x-session', 'goes on');
      return viewers.get(headers.get('authorization')?.slice('Bearer '.length) ?? '');
    },
    recordCommand,
  };
  const config = { PUBLIC_URL: 'https://testamur.example', DATA_DIR: dataDir, FILES_URL: undefined };
  // The modules under test read no other settings.
  const platform = {
    config,
    log,
    db,
    files: createFileStore(config),
    mailer: { configured: false, send: async () => undefined },
    pdf: createPdfRenderer(),
    plumbing,
    clock: () => now,
    inTenant: inTenant(db, () => now),
  } as unknown as Platform;

  const modules: readonly ModuleParts[] = [
    notificationsModule(platform),
    programsModule(platform),
    billingModule(platform, { getEdition }),
    itemBankModule(platform, { getEdition }),
    candidaciesModule(platform, { listExaminersOf: listExaminersAtWork }),
    schedulingModule(platform),
    deliveryModule(platform),
    scoringModule(platform),
  ];
  const router = Object.fromEntries(modules.map((part) => [part.name, part.procedures]));
  const schedules = modules.flatMap((part) => part.schedules ?? []);
  const worker = createWorker({
    ownerUrl: db.ownerUrl,
    db,
    jobs: modules.flatMap((part) => part.jobs ?? []),
    subscriptions: modules.flatMap((part) => part.subscriptions ?? []),
    schedules,
    emitted: modules.flatMap((part) => part.emits ?? []).map((event) => event.name),
    concurrency: 1,
    log,
  });
  const report = (error: unknown) => console.error(error);
  const api = createApiHandler(router, report);
  const server = createHttpServer({
    publicUrl: config.PUBLIC_URL,
    trustProxy: false,
    metricsToken: undefined,
    log,
    ready: async () => undefined,
    routes: modules.flatMap((part) => (part.routes ? [part.routes] : [])),
    handlers: [api],
  });

  const organization = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'ala', name: 'Library Association', kind: 'demonstration' });
  });
  const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => platform.inTenant(organization.id, work);
  const yaml = await readFile(programFile, 'utf8');
  const { programId } = await within((scope) => publishEdition(scope, yaml, null));

  const person = async (name: string, roles: readonly Role[] = []): Promise<Caller> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@people.example`;
    const { personId } = await within(async (scope) => {
      const made = await createPerson(scope.trx, { name, email, emailVerified: true });
      if (roles.length > 0) await addMember(scope, made.personId, roles);
      return made;
    });
    const viewer: Viewer = { personId, sessionId: newId(), name, email, emailVerified: true, operator: false };
    viewers.set(personId, viewer);
    const request: RequestContext = {
      requestId: 'test',
      headers: new Headers({ authorization: `Bearer ${personId}` }),
      ip: '127.0.0.1',
      responseHeaders: new Headers(),
    };
    return { ...viewer, api: createInProcessClient<typeof contract>(router, request, report) };
  };

  return {
    db,
    platform,
    server,
    organization,
    programId,
    program: (await within((scope) => getEdition(scope.trx, organization.id, programId))).program,
    within,
    person,
    /** Ends and gives back somebody's session. */
    signOut: (caller: Caller) => viewers.delete(caller.personId),
    signIn: (caller: Caller) => viewers.set(caller.personId, caller),
    now: () => now,
    setClock: (at: string | Date) => {
      now = new Date(at);
    },
    passMs: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    runJobs: () => worker.drain(),
    sweep: async () => {
      for (const schedule of schedules) await schedule.run();
      await worker.drain();
    },
    close: async () => {
      await server.close();
      await worker.stop();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** What a refused call was refused with. */
export const refusal = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    const { code, message, data } = error as {
      code?: unknown;
      message: string;
      data?: { fields?: { path: string }[] };
    };
    if (typeof code === 'string') return { code, message, fields: data?.fields ?? [] };
    throw error;
  }
  throw new Error('The call was not refused.');
};
