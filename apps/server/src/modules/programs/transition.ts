import type { Scope } from '../../platform/http/index.ts';
import { defineJob, enqueue, type Job, type JobPayload, type Schedule } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishEdition } from './commands.ts';
import type { Move, ProgramsDeps } from './deps.ts';
import { forgetDraft } from './drafts.ts';
import { dueMove, reportTransition } from './rules/transition.ts';
import { getEdition, listProgramsInForce } from './store.ts';

const task = 'programs.move-candidacies';
const batchSize = 50;

interface MovePayload extends JobPayload {
  readonly move: Move;
  readonly after: string | null;
}

const enqueueMove = ({ trx, organization }: Scope, move: Move, after: string | null = null): Promise<void> =>
  enqueue<MovePayload>(
    trx,
    task,
    { organizationId: organization.id, move, after },
    // One an edition waits, whoever asks for it; each batch is one of its own.
    { key: `${task}:${organization.id}:${move.programId}:${move.edition}:${after ?? ''}` },
  );

/** Publishes, and has those moved whom the transition moves now. */
export const publishWithTransition = async (scope: Scope, deps: ProgramsDeps, yaml: string, personId: string) => {
  const published = await publishEdition(scope, yaml, personId);
  await forgetDraft(scope, published.programId);
  const { program } = await getEdition(scope.trx, scope.organization.id, published.programId, published.edition);
  const { transition } = program;
  if (transition === undefined) return published;
  const underWay = await deps.countUnderWay(scope, program.id, transition.from);
  const report = reportTransition(program, underWay, scope.now);
  const move = dueMove(program, scope.now);
  if (move !== undefined) await enqueueMove(scope, move);
  return { ...published, ...(report === undefined ? {} : { transition: report }) };
};

/** Asks for the moves that have become due, of the editions in force. */
export const moveDueCandidacies = async (scope: Scope, deps: ProgramsDeps): Promise<void> => {
  for (const program of await listProgramsInForce(scope.trx, scope.organization.id)) {
    const move = dueMove(program, scope.now);
    if (move === undefined) continue;
    const { candidates, certificants } = await deps.countUnderWay(scope, program.id, move.from);
    if ((move.candidates && candidates > 0) || (move.certificants && certificants > 0)) await enqueueMove(scope, move);
  }
};

/** One batch a job, in one transaction; the next one is asked for in it. */
export const moveJob = ({ inTenant, log }: Platform, deps: ProgramsDeps): Job =>
  defineJob<MovePayload>(task, async ({ organizationId, move, after }) => {
    const { moved, last } = await inTenant(organizationId, async (scope) => {
      const batch = await deps.moveBatch(scope, move, after, batchSize);
      if (batch.last !== null) await enqueueMove(scope, move, batch.last);
      return batch;
    });
    log.info({ organizationId, program: move.programId, edition: move.edition, moved, last }, 'Candidacies are moved.');
  });

/** Each hour: the day on which an earlier edition ends comes by the clock of each organization. */
export const moveSchedule = ({ db, inTenant }: Platform, deps: ProgramsDeps): Schedule => ({
  name: 'programs.move-due',
  pattern: '7 * * * *',
  run: async () => {
    const organizations = await db.kysely
      .selectFrom('organization')
      .select('id')
      .where('kind', '!=', 'platform')
      .execute();
    const errors: unknown[] = [];
    for (const { id } of organizations) {
      try {
        await inTenant(id, (scope) => moveDueCandidacies(scope, deps));
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `Moving failed in ${errors.length} organizations.`);
  },
});
