import type { ContractRouterClient } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import type { contract } from './contract.ts';
import { auditModule, recordCommand } from './modules/audit/index.ts';
import { billingModule } from './modules/billing/index.ts';
import { candidaciesModule, editionsOfCandidacies } from './modules/candidacies/index.ts';
import { credentialingModule } from './modules/credentialing/index.ts';
import { deliveryModule } from './modules/delivery/index.ts';
import { evidenceModule } from './modules/evidence/index.ts';
import { guideModule } from './modules/guide/index.ts';
import { createIdentity, identityModule } from './modules/identity/index.ts';
import { issuersModule } from './modules/issuers/index.ts';
import { itemBankModule } from './modules/item-bank/index.ts';
import { notificationsModule } from './modules/notifications/index.ts';
import { getEdition, programsModule } from './modules/programs/index.ts';
import { registryModule } from './modules/registry/index.ts';
import { rehearsalsModule } from './modules/rehearsals/index.ts';
import { renewalsModule } from './modules/renewals/index.ts';
import { schedulingModule } from './modules/scheduling/index.ts';
import { listExaminersAtWork, scoringModule } from './modules/scoring/index.ts';
import { walletsModule } from './modules/wallets/index.ts';
import type { Config } from './platform/config/index.ts';
import { createDatabase } from './platform/db/index.ts';
import { createGuardedFetch } from './platform/fetch/index.ts';
import { createFileStore } from './platform/files/index.ts';
import {
  createInProcessClient,
  forgetAnswers,
  inTenant,
  type Plumbing,
  type RequestContext,
  type TenantClock,
} from './platform/http/index.ts';
import { createWorker } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { createMailer } from './platform/mail/index.ts';
import { createPdfRenderer } from './platform/pdf/index.ts';
import type { ModuleParts, Platform } from './platform/platform.ts';

export interface ContextOptions {
  readonly config: Config;
  readonly log: Log;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Real time; tests move it. */
  readonly now?: () => Date;
}

/** The one composition root: every part is made here, by hand, in the order of the floors. */
export const createContext = async ({ config, log, ownerUrl, appUrl, now = () => new Date() }: ContextOptions) => {
  const db = createDatabase(appUrl, { maxConnections: config.DATABASE_CONNECTIONS, log });
  const clock: TenantClock = (organization) => new Date(now().getTime() + (organization?.clockOffsetMs ?? 0));
  const mailer = createMailer(config);
  const identity = createIdentity({ config, db, log, clock });
  const plumbing: Plumbing = { db, now: clock, authenticate: identity.authenticate, recordCommand };
  const platform: Platform = {
    config,
    log,
    db,
    files: createFileStore(config),
    mailer,
    pdf: createPdfRenderer(),
    outside: createGuardedFetch({
      allowHosts: config.VERIFY_ALLOW_HOSTS?.split(',') ?? [],
      // Each holds a connection to the database while it waits.
      maxAtOnce: Math.max(1, Math.floor(config.DATABASE_CONNECTIONS / 4)),
    }),
    plumbing,
    clock,
    inTenant: inTenant(db, clock),
  };

  const modules = [
    auditModule(platform),
    notificationsModule(platform),
    identityModule(platform, identity),
    issuersModule(platform),
    programsModule(platform, editionsOfCandidacies),
    billingModule(platform, { getEdition }),
    itemBankModule(platform, { getEdition }),
    candidaciesModule(platform, { listExaminersOf: listExaminersAtWork }),
    schedulingModule(platform),
    deliveryModule(platform),
    scoringModule(platform),
    credentialingModule(platform),
    registryModule(platform),
    renewalsModule(platform),
    walletsModule(platform),
    evidenceModule(platform),
    guideModule(platform),
    rehearsalsModule(platform),
  ] as const satisfies readonly ModuleParts[];
  const parts: readonly ModuleParts[] = modules;

  const router: AnyRouter = Object.fromEntries(parts.map((part) => [part.name, part.procedures]));
  const worker = createWorker({
    ownerUrl,
    db,
    jobs: parts.flatMap((part) => part.jobs ?? []),
    subscriptions: parts.flatMap((part) => part.subscriptions ?? []),
    schedules: [
      ...parts.flatMap((part) => part.schedules ?? []),
      { name: 'platform.forget-answers', pattern: '41 * * * *', run: () => forgetAnswers(db) },
    ],
    emitted: parts.flatMap((part) => part.emits ?? []).map((event) => event.name),
    concurrency: config.WORKERS,
    log,
  });
  const report = (error: unknown, request: RequestContext) =>
    log.error({ err: error, requestId: request.requestId }, 'A request failed unexpectedly.');

  return {
    platform,
    identity,
    parts,
    router,
    worker,
    report,
    /** The API with the rights of whoever made the request. */
    client: (request: RequestContext): ContractRouterClient<typeof contract, { idempotencyKey?: string }> =>
      createInProcessClient<typeof contract>(router, request, report),
    close: async () => {
      try {
        await worker.stop();
      } finally {
        await identity.close();
        await db.close();
      }
    },
  };
};

export type Context = Awaited<ReturnType<typeof createContext>>;
