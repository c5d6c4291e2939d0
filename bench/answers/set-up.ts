import { readFile } from 'node:fs/promises';
import { createContext } from '../../apps/server/src/context.ts';
import { newId } from '../../apps/server/src/kernel/index.ts';
import { beginCandidacy, recordFacts } from '../../apps/server/src/modules/candidacies/index.ts';
import { beginAttempt, openAttempt } from '../../apps/server/src/modules/delivery/index.ts';
import {
  createOrganization,
  createPerson,
  createSessionToken,
  ensurePlatformOrganization,
} from '../../apps/server/src/modules/identity/index.ts';
import { importPackages, publishForm } from '../../apps/server/src/modules/item-bank/index.ts';
import { getEdition, publishEdition } from '../../apps/server/src/modules/programs/index.ts';
import { factsUpToPayment, readPackages } from '../../apps/server/src/modules/scoring/testing/life.ts';
import type { Config } from '../../apps/server/src/platform/config/index.ts';
import { createLog } from '../../apps/server/src/platform/log/index.ts';
import type { Seat } from './messages.ts';

const programFile = new URL('../../programs/calt/program.yaml', import.meta.url);

export interface Hall {
  readonly organizationId: string;
  readonly seats: readonly Seat[];
}

/** A hall full of candidates who have begun the exam, by the modules' own functions and jobs. */
export const fillHall = async (
  { config, ownerUrl, appUrl }: { config: Config; ownerUrl: string; appUrl: string },
  candidates: number,
): Promise<Hall> => {
  const context = await createContext({ config, log: createLog(config), ownerUrl, appUrl });
  const { db, inTenant } = context.platform;
  try {
    const organization = await db.system(async (trx) => {
      await ensurePlatformOrganization(trx);
      return createOrganization(trx, { slug: 'bench', name: 'Bench', kind: 'demonstration' });
    });
    const yaml = await readFile(programFile, 'utf8');
    const packages = await readPackages();
    const programId = await inTenant(organization.id, async (scope) => {
      const published = await publishEdition(scope, yaml, null);
      const { program } = await getEdition(scope.trx, organization.id, published.programId);
      await importPackages(scope, published.programId, packages);
      await publishForm(scope, { program, assessmentId: 'exam', name: 'Form 1', seed: 1, publishedBy: null });
      return published.programId;
    });
    const applied: { candidacyId: string; personId: string }[] = [];
    for (let index = 0; index < candidates; index += 1) {
      const one = await inTenant(organization.id, async (scope) => {
        const email = `candidate-${index}@bench.example`;
        const { personId } = await createPerson(scope.trx, { name: `Candidate ${index}`, email, emailVerified: true });
        const { candidacyId } = await beginCandidacy(scope, personId, programId);
        await recordFacts(scope, candidacyId, factsUpToPayment(personId, newId(), scope.now));
        return { candidacyId, personId };
      });
      applied.push(one);
    }
    await context.worker.drain();
    const seats: Seat[] = [];
    for (const { candidacyId, personId } of applied) {
      const seat = await inTenant(organization.id, async (scope) => {
        const { attemptId } = await beginAttempt(scope, candidacyId, 'exam');
        const deviceId = newId();
        const opened = await openAttempt(scope, { attemptId, deviceId, candidateName: 'Candidate' });
        const token = await createSessionToken(scope.trx, personId);
        return { token, attemptId, deviceId, itemIds: opened.items.map(({ itemId }) => itemId) };
      });
      seats.push(seat);
    }
    // Nothing that the set-up caused is left for the server to do while it is measured.
    await context.worker.drain();
    return { organizationId: organization.id, seats };
  } finally {
    await context.close();
  }
};
