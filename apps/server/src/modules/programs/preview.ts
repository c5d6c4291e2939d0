import { type CandidacyDifference, type Difference, diffCandidacy, type Program } from '@testamur/program';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { defineJob, enqueue, type Job, type JobPayload } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CandidacyLedger, ProgramsDeps } from './deps.ts';
import { findOpenPreview, forgetOldPreviews, getPreview, type OpenPreview, savePreview } from './preview-store.ts';
import { addCounts } from './rules/counts.ts';
import { readFile } from './rules/read-file.ts';
import { getEdition } from './store.ts';

const task = 'programs.preview-edition';
/** Ledgers that are in memory at once. */
const batchSize = 100;
/** Up to so many candidacies the call itself answers; more are a job. */
const atOnce = 300;

interface PreviewPayload extends JobPayload {
  readonly previewId: string;
}

const enqueuePreview = ({ trx, organization }: Scope, previewId: string): Promise<void> =>
  enqueue<PreviewPayload>(trx, task, { organizationId: organization.id, previewId });

interface Batch {
  readonly looked: number;
  readonly found: readonly CandidacyDifference[];
  readonly unread: number;
  readonly last: string | null;
}

/** Undefined where no standing can be made of the ledger: that hinders none of the others. */
const compareOne = (
  { program: before, facts }: CandidacyLedger,
  after: Program,
  at: string,
): readonly Difference[] | undefined => {
  try {
    return diffCandidacy(before, after, facts, at);
  } catch {
    return undefined;
  }
};

/** Puts the program to the next ledgers, each against the edition that it is under. */
const compareBatch = async (
  scope: Scope,
  deps: ProgramsDeps,
  program: Program,
  after: string | null,
): Promise<Batch> => {
  const ledgers = await deps.listLedgers(scope, program.id, after, batchSize);
  const at = scope.now.toISOString();
  const found: CandidacyDifference[] = [];
  let unread = 0;
  for (const ledger of ledgers) {
    const differences = compareOne(ledger, program, at);
    if (differences === undefined) unread += 1;
    else if (differences.length > 0) found.push({ candidacy: ledger.candidacyId, differences });
  }
  return { looked: ledgers.length, found, unread, last: ledgers.at(-1)?.candidacyId ?? null };
};

/** One batch further. */
const goOn = async (scope: Scope, deps: ProgramsDeps, preview: OpenPreview): Promise<OpenPreview> => {
  const batch = await compareBatch(scope, deps, readFile(preview.yaml), preview.cursor);
  const counts = batch.found.reduce((sum, { differences }) => addCounts(sum, differences), preview.counts);
  const next: OpenPreview = {
    ...preview,
    state: batch.looked < batchSize ? 'done' : 'running',
    done: preview.done + batch.looked,
    affected: preview.affected + batch.found.length,
    unread: preview.unread + batch.unread,
    counts,
    cursor: batch.last ?? preview.cursor,
  };
  await savePreview(scope, next, batch.found);
  return next;
};

/**
 * Puts a program file to every candidacy of its program, and keeps what it found.
 *
 * @throws Problem `programs.file-refused`, or `programs.no-such-program` for a program that has no edition yet.
 */
export const previewEdition = async (scope: Scope, deps: ProgramsDeps, yaml: string, personId: string) => {
  const program = readFile(yaml);
  await getEdition(scope.trx, scope.organization.id, program.id);
  await forgetOldPreviews(scope);
  const total = await deps.countCandidacies(scope, program.id);
  let preview: OpenPreview = {
    id: newId(),
    yaml,
    state: 'running',
    done: 0,
    total,
    affected: 0,
    unread: 0,
    counts: {},
    cursor: null,
  };
  await scope.trx
    .insertInto('edition_preview')
    .values({
      organization_id: scope.organization.id,
      id: preview.id,
      program_id: program.id,
      edition: program.edition,
      yaml,
      requested_at: scope.now,
      requested_by: personId,
      state: preview.state,
      total,
    })
    .execute();
  if (total > atOnce) await enqueuePreview(scope, preview.id);
  else while (preview.state === 'running') preview = await goOn(scope, deps, preview);
  return getPreview(scope, preview.id);
};

/** One batch a job: others get their turn between two of them. */
export const previewJob = ({ inTenant, log }: Platform, deps: ProgramsDeps): Job =>
  defineJob<PreviewPayload>(task, async ({ organizationId, previewId }) => {
    await inTenant(organizationId, async (scope) => {
      const preview = await findOpenPreview(scope, previewId);
      if (preview === undefined) return;
      const { state, done, total } = await goOn(scope, deps, preview);
      if (state === 'running') await enqueuePreview(scope, previewId);
      log.debug({ organizationId, previewId, done, total }, 'A preview goes on.');
    });
  });
