import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayMs, newId } from '../../../kernel/index.ts';
import { beginCandidacy, type NewFact, recordFacts } from '../../candidacies/index.ts';
import { type ItemPackage, importPackages, publishForm } from '../../item-bank/index.ts';
import type { Caller, World } from './world.ts';

const itemsFolder = fileURLToPath(new URL('../../../../../../programs/calt/items', import.meta.url));

/** The packages of items that come with the program. */
export const readPackages = async (): Promise<ItemPackage[]> => {
  const folders = await readdir(itemsFolder);
  return Promise.all(
    folders.map(async (name) => {
      const folder = path.join(itemsFolder, name);
      const files = await Promise.all(
        (await readdir(folder)).map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const),
      );
      return { name, files: new Map(files) };
    }),
  );
};

/** Imports the items and publishes parallel forms by the blueprint. */
export const stockBank = async (world: World, forms = 2): Promise<string[]> => {
  const packages = await readPackages();
  await world.within((scope) => importPackages(scope, world.programId, packages));
  const formIds: string[] = [];
  for (let index = 0; index < forms; index += 1) {
    const order = { assessmentId: 'exam', name: `Form ${index + 1}`, seed: 100 + index, publishedBy: null };
    const { formId } = await world.within((scope) => publishForm(scope, { program: world.program, ...order }));
    formIds.push(formId);
  }
  return formIds;
};

const experience = {
  kind: 'experience' as const,
  entries: [
    {
      id: newId(),
      employer: 'Riverside College',
      position: 'Library technician',
      setting: 'academic-library',
      from: '2022-02-01',
      fullTimePercent: 100,
      fileIds: [],
    },
  ],
};
const education = {
  kind: 'education' as const,
  entries: [
    {
      id: newId(),
      institution: 'State University',
      level: 'bachelor' as const,
      field: 'History',
      awardedOn: '2019-06-15',
      accredited: true,
      fileIds: [],
    },
  ],
};

/** Everything before the exam, as the modules that write it would: accepted, and with nothing left to pay. */
export const factsUpToPayment = (personId: string, reviewerId: string, now: Date): NewFact[] => {
  const dueAt = new Date(now.getTime() + 30 * dayMs).toISOString();
  const by = { kind: 'candidate' as const, id: personId };
  const reviewer = { kind: 'staff' as const, id: reviewerId };
  const conduct = { kind: 'attestation' as const, signedName: 'A. Candidate', documentVersion: '2026' };
  const accepted = { verdict: 'accepted' as const, reason: 'Proven.' };
  const money = { amountMinor: 22_500, currency: 'USD' };
  const invoiceId = newId();
  return [
    { kind: 'requirement-declared', data: { requirement: 'experience', claim: experience }, by },
    { kind: 'requirement-declared', data: { requirement: 'education', claim: education }, by },
    { kind: 'requirement-declared', data: { requirement: 'conduct', claim: conduct }, by },
    { kind: 'application-submitted', data: {}, by },
    { kind: 'requirement-judged', data: { requirement: 'experience', ...accepted }, by: reviewer },
    { kind: 'requirement-judged', data: { requirement: 'education', ...accepted }, by: reviewer },
    {
      kind: 'fee-invoiced',
      data: { fee: 'exam-fee', invoiceId, ...money, dueAt, attempt: 1 },
      by: { kind: 'system' },
      once: 'fee-invoiced:exam-fee:1',
    },
    { kind: 'fee-settled', data: { fee: 'exam-fee', invoiceId, ...money }, by: { kind: 'system' } },
  ];
};

export interface Preparation {
  readonly reviewerId?: string;
  /** Recorded before the fee. */
  readonly extra?: readonly NewFact[];
}

/** A candidacy up to the moment at which the system authorizes the exam. */
export const prepare = async (
  world: World,
  candidate: Caller,
  { reviewerId = newId(), extra = [] }: Preparation = {},
): Promise<string> => {
  const { candidacyId } = await world.within((scope) => beginCandidacy(scope, candidate.personId, world.programId));
  const facts = factsUpToPayment(candidate.personId, reviewerId, world.now()).flatMap((fact) =>
    fact.kind === 'fee-invoiced' ? [...extra, fact] : [fact],
  );
  await world.within((scope) => recordFacts(scope, candidacyId, facts));
  return candidacyId;
};

/** A candidacy whose application is accepted, in a program in which nothing has to be paid; jobs have run. */
export const accept = async (
  world: World,
  candidate: Caller,
  programId: string,
  { reviewerId = newId() }: Pick<Preparation, 'reviewerId'> = {},
): Promise<string> => {
  const { candidacyId } = await world.within((scope) => beginCandidacy(scope, candidate.personId, programId));
  const facts = factsUpToPayment(candidate.personId, reviewerId, world.now());
  await world.within((scope) =>
    recordFacts(
      scope,
      candidacyId,
      facts.filter(({ kind }) => !kind.startsWith('fee-')),
    ),
  );
  await world.runJobs();
  return candidacyId;
};

/** A prepared candidacy, authorized by the job that does so. */
export const authorize = async (world: World, candidate: Caller, options?: Parameters<typeof prepare>[2]) => {
  const candidacyId = await prepare(world, candidate, options);
  await world.runJobs();
  return candidacyId;
};

/** A new exam fee settled, as after a failed attempt. */
export const payAgain = async (world: World, candidacyId: string, attempt: number): Promise<void> => {
  const money = { amountMinor: 22_500, currency: 'USD' };
  const invoiceId = newId();
  const dueAt = new Date(world.now().getTime() + 30 * dayMs).toISOString();
  const by = { kind: 'system' as const };
  await world.within((scope) =>
    recordFacts(scope, candidacyId, [
      {
        kind: 'fee-invoiced',
        data: { fee: 'exam-fee', invoiceId, ...money, dueAt, attempt },
        by,
      },
      { kind: 'fee-settled', data: { fee: 'exam-fee', invoiceId, ...money }, by },
    ]),
  );
};
