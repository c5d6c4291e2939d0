import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../../contract.ts';
import { createInProcessClient, inTenant, type Plumbing, type Scope } from '../../../platform/http/index.ts';
import { createPdfRenderer } from '../../../platform/pdf/index.ts';
import type { ModuleParts, Platform } from '../../../platform/platform.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { type ProgramFiles, readProgramFiles } from '../../../seed/program-files.ts';
import { recordCommand } from '../../audit/index.ts';
import { createOrganization, ensurePlatformOrganization } from '../../identity/index.ts';
import { importPackages } from '../../item-bank/index.ts';
import { programsModule, publishEdition } from '../../programs/index.ts';
import { guideModule, importPractice } from '../index.ts';

const log = { debug() {}, info() {}, warn: console.warn, error: console.error };

/** Every program that comes with the installation, in one demonstration organization, and nobody signed in. */
export const createWorld = async () => {
  const db = await createTestDatabase({ maxConnections: 4 });
  const now = new Date('2027-03-01T09:00:00.000Z');
  const clock = () => now;
  const plumbing: Plumbing = { db, now: clock, authenticate: async () => undefined, recordCommand };
  // The modules under test read no other parts.
  const platform = {
    config: { PUBLIC_URL: 'https://testamur.example' },
    log,
    db,
    pdf: createPdfRenderer(),
    plumbing,
    clock,
    inTenant: inTenant(db, clock),
  } as unknown as Platform;
  const modules: readonly ModuleParts[] = [programsModule(platform), guideModule(platform)];
  const router = Object.fromEntries(modules.map((part) => [part.name, part.procedures]));
  const files: readonly ProgramFiles[] = [...(await readProgramFiles()).values()].flat();
  const organization = await db.system(async (trx) => {
    await ensurePlatformOrganization(trx);
    return createOrganization(trx, { slug: 'demo', name: 'Demo', kind: 'demonstration' });
  });
  const within = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => platform.inTenant(organization.id, work);
  await within(async (scope) => {
    for (const { yaml, program, packages, practice } of files) {
      await publishEdition(scope, yaml, null);
      if (practice.length === 0) continue;
      await importPackages(scope, program.id, packages);
      await importPractice(scope, program.id, practice);
    }
  });
  const request = { requestId: 'test', headers: new Headers(), ip: '127.0.0.1', responseHeaders: new Headers() };
  const api: ContractRouterClient<typeof contract> = createInProcessClient<typeof contract>(
    router,
    request,
    console.error,
  );
  return { api, files, within, now, close: () => db.drop() };
};

export type World = Awaited<ReturnType<typeof createWorld>>;
