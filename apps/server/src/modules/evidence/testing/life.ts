import { readFile } from 'node:fs/promises';
import { newId } from '../../../kernel/index.ts';
import { beginCandidacy, recordFacts } from '../../candidacies/index.ts';
import type { Caller, World } from '../../credentialing/testing/world.ts';
import { importPackages } from '../../item-bank/index.ts';
import { factsUpToPayment, readPackages } from '../../scoring/testing/life.ts';

const programFile = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
/** Published by a person, unlike the edition that the world begins with. */
export const edition = '2026-traced';

export interface Staff {
  readonly manager: Caller;
  readonly psychometrician: Caller;
  readonly reviewer: Caller;
  readonly examiner: Caller;
  readonly decider: Caller;
  readonly auditor: Caller;
}

export const hireStaff = async (world: World): Promise<Staff> => ({
  manager: await world.person('Mia Manager', { roles: ['program-manager'] }),
  psychometrician: await world.person('Petra Psychometrician', { roles: ['psychometrician'] }),
  reviewer: await world.person('Rea Reviewer', { roles: ['reviewer'] }),
  examiner: await world.person('Edda Examiner', { roles: ['examiner'] }),
  decider: await world.person('Dora Decider', { roles: ['program-manager'] }),
  auditor: await world.person('Audrey Auditor', { roles: ['auditor'] }),
});

/** The program in an edition of its own, its items, and a form, by the acts of people. */
export const publishAll = async (world: World, { manager, psychometrician }: Staff): Promise<void> => {
  const organization = world.organization.slug;
  const yaml = (await readFile(programFile, 'utf8')).replace(/^edition: .*$/m, `edition: "${edition}"`);
  world.passMs(1000);
  await manager.api.programs.publishEdition({ organization, yaml });
  const packages = await readPackages();
  await world.within((scope) => importPackages(scope, world.programId, packages));
  const form = { programId: world.programId, assessmentId: 'exam', name: 'Form A', seed: 7 };
  await psychometrician.api.itemBank.publishForm({ organization, ...form });
};

const releaseAll = async (world: World, { psychometrician }: Staff): Promise<void> => {
  const organization = world.organization.slug;
  const { results } = await psychometrician.api.scoring.listResults({ organization, waiting: 'true' });
  await psychometrician.api.scoring.releaseResults({ organization, resultIds: results.map((one) => one.resultId) });
  await world.runJobs();
};

const keysOf = (world: World, attemptId: string): Promise<ReadonlyMap<string, string>> =>
  world.within(async ({ trx }) => {
    const rows = await trx
      .selectFrom('attempt')
      .innerJoin('form_item', 'form_item.form_id', 'attempt.form_id')
      .innerJoin('item', 'item.id', 'form_item.item_id')
      .select(['item.id', 'item.xml'])
      .where('attempt.id', '=', attemptId)
      .execute();
    return new Map(rows.map(({ id, xml }) => [id, /<qti-value>([^<]+)<\/qti-value>/.exec(xml)?.[1] ?? 'A']));
  });

const takeExam = async (world: World, { api }: Caller, candidacyId: string): Promise<string> => {
  const { attemptId } = await api.delivery.beginAttempt({ candidacyId, assessmentId: 'exam', agreed: true });
  const deviceId = newId();
  const { items } = await api.delivery.openAttempt({ attemptId, deviceId });
  const keys = await keysOf(world, attemptId);
  const clientAt = world.now().toISOString();
  const entries = items.map(({ itemId }, index) => {
    const value = index < 85 ? (keys.get(itemId) ?? 'A') : 'nothing of the kind';
    return { seq: index + 1, itemId, kind: 'response' as const, value: index < 85 ? value : null, clientAt };
  });
  await api.delivery.saveResponses({ attemptId, deviceId, entries: entries.slice(0, 60) });
  await api.delivery.saveResponses({ attemptId, deviceId, entries: entries.slice(60) });
  world.passMs(60_000);
  await api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: entries.length });
  await world.runJobs();
  return attemptId;
};

const ratePortfolio = async (world: World, staff: Staff, candidacyId: string): Promise<string> => {
  const assessmentId = 'portfolio';
  const { personId, api } = staff.examiner;
  await staff.manager.api.scheduling.assignExaminer({ candidacyId, assessmentId, personId });
  await world.runJobs();
  const { ratings } = await api.scoring.listRatings({ organization: world.organization.slug, page: 1 });
  const ratingId = ratings.find(({ state }) => state === 'waiting')?.ratingId ?? '';
  const portfolio = world.program.assessments.find((one) => one.kind === 'portfolio');
  if (portfolio?.kind !== 'portfolio') throw new Error('The program has no portfolio.');
  const marks = portfolio.rubric.criteria.map(({ id, levels }) => ({
    criterion: id,
    level: Math.max(...levels.map(({ points }) => points)),
    comment: 'Well.',
  }));
  world.passMs(1000);
  await api.scoring.submitRating({ ratingId, marks });
  await world.runJobs();
  return ratingId;
};

export interface Life {
  readonly holder: Caller;
  readonly candidacyId: string;
  readonly attemptId: string;
  readonly ratingId: string;
  readonly credentialId: string;
}

/** From an accepted application on, everything by the acts of those whose work it is. */
export const wholeLife = async (world: World, staff: Staff, name: string): Promise<Life> => {
  const holder = await world.person(name);
  const { candidacyId } = await world.within((scope) => beginCandidacy(scope, holder.personId, world.programId));
  const accepted = factsUpToPayment(holder.personId, staff.reviewer.personId, world.now());
  await world.within((scope) => recordFacts(scope, candidacyId, accepted));
  await world.runJobs();
  world.passMs(60_000);
  const attemptId = await takeExam(world, holder, candidacyId);
  world.passMs(60_000);
  await releaseAll(world, staff);
  const by = { kind: 'candidate' as const, id: holder.personId };
  const handedIn = {
    kind: 'portfolio-submitted' as const,
    data: { assessment: 'portfolio', attempt: 1, pieces: 2 },
    by,
  };
  await world.within((scope) => recordFacts(scope, candidacyId, [handedIn]));
  await world.runJobs();
  const ratingId = await ratePortfolio(world, staff, candidacyId);
  world.passMs(60_000);
  await releaseAll(world, staff);
  world.passMs(60_000);
  const reason = 'Everything is passed.';
  await staff.decider.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
  await world.runJobs();
  const { credentials } = await holder.api.credentialing.listMyCredentials({});
  const credentialId = credentials[0]?.id;
  if (credentialId === undefined) throw new Error('No credential was issued.');
  return { holder, candidacyId, attemptId, ratingId, credentialId };
};
