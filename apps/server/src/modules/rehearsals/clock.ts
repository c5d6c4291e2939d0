import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { formatInstant, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { editionsOfCandidacies, sweepOrganization } from '../candidacies/index.ts';
import { sealDueAttempts } from '../delivery/index.ts';
import { moveDueCandidacies } from '../programs/index.ts';

const refuseOthers = ({ organization }: Scope): void => {
  if (organization.kind === 'rehearsal') return;
  const message = `${organization.name} is no rehearsal: its clock is real time.`;
  throw new Problem('rule-broken', 'rehearsals.not-a-rehearsal', message);
};

const backwards = (now: Date) =>
  new Problem(
    'rule-broken',
    'rehearsals.backwards',
    `The clock stands at ${formatInstant(now)}. It moves forward only, because what happened cannot unhappen.`,
  );

/** Moves the clock, then does what fell due on the way: attempts are sealed, standings follow, letters go out. */
export const moveClock = async (scope: Scope, realNow: Date, to: Date): Promise<{ now: string }> => {
  refuseOthers(scope);
  const { trx, organization } = scope;
  if (to < scope.now) throw backwards(scope.now);
  const clockOffsetMs = to.getTime() - realNow.getTime();
  // Of two moves at once, neither may take the clock back behind the other.
  const moved = await trx
    .updateTable('organization')
    .set({ clock_offset_ms: clockOffsetMs })
    .where('id', '=', organization.id)
    .where('kind', '=', 'rehearsal')
    .where('clock_offset_ms', '<=', clockOffsetMs)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw backwards(scope.now);
  const then: Scope = { trx, organization: { ...organization, clockOffsetMs }, now: to };
  await sealDueAttempts(then);
  await sweepOrganization(then);
  await moveDueCandidacies(then, editionsOfCandidacies);
  return { now: to.toISOString() };
};

const patienceMs = 25_000;
const pauseMs = 50;

/** Each look is a statement of its own: within one transaction, time would stand still for the queue. */
const countJobs = async ({ db }: Pick<Platform, 'db'>, organizationId: string) => {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    select waiting, failed from count_jobs(${organizationId}::uuid)`.execute(db.kysely);
  const [counts] = rows;
  if (!counts) throw new Error('count_jobs gave no row.');
  return { waiting: Number(counts.waiting), failed: Number(counts.failed) };
};

/** Waits until no job of the organization is due, or says how many still are. */
export const settle = async (platform: Pick<Platform, 'db'>, scope: Scope) => {
  refuseOthers(scope);
  const until = performance.now() + patienceMs;
  for (;;) {
    const counts = await countJobs(platform, scope.organization.id);
    if (counts.waiting === 0 || performance.now() > until) return counts;
    await wait(pauseMs);
  }
};
