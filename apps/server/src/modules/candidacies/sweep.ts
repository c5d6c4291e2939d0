import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { getEdition } from '../programs/index.ts';
import { candidacyChanged } from './events.ts';
import { type DueCandidacy, loadDue } from './load-due.ts';
import { type Projected, type Projection, projectAll } from './projection.ts';
import { standingOf } from './store.ts';
import { type Failure, failureOf, isOwn, recordFailures } from './sweep-failures.ts';

/** Standings looked at in one transaction: what is held in memory, and how long their commands may have to wait. */
export const sweepBatchSize = 50;

export interface Swept {
  readonly looked: number;
  /** Standings that say something new. */
  readonly changed: number;
  /** Candidacies for which a reminder has come. */
  readonly reminded: number;
  readonly failed: readonly Failure[];
  /** More may be due. */
  readonly more: boolean;
}

interface Computed {
  readonly due: DueCandidacy;
  readonly projected: Projected;
}

/**
 * Computes anew the standings that the clock may have changed since they were written, longest due first, and tells of
 * those that did change or for which a reminder has come. One that fails is put off and holds up no other.
 */
export const sweepBatch = async (scope: Scope): Promise<Swept> => {
  const { candidacies, more } = await loadDue(scope, sweepBatchSize);
  if (candidacies.length === 0) return { looked: 0, changed: 0, reminded: 0, failed: [], more };
  const { computed, failed } = await compute(scope, candidacies);
  const written = await write(scope, computed, failed);
  const projections = [...written.values()];
  const told = [...written].flatMap(([candidacyId, { changed, reminds }]) =>
    changed || reminds ? [{ organizationId: scope.organization.id, candidacyId }] : [],
  );
  await candidacyChanged.emitAll(scope.trx, told);
  await recordFailures(scope, failed);
  return {
    looked: candidacies.length,
    changed: projections.filter(({ changed }) => changed).length,
    reminded: projections.filter(({ reminds }) => reminds).length,
    failed,
    more,
  };
};

const compute = async ({ trx, organization, now }: Scope, candidacies: readonly DueCandidacy[]) => {
  const computed: Computed[] = [];
  const failed: Failure[] = [];
  for (const due of candidacies) {
    const { id, personId, programId, edition, facts, drafts } = due;
    try {
      const { program } = await getEdition(trx, organization.id, programId, edition);
      computed.push({ due, projected: { id, personId, ...standingOf(now, program, facts, drafts, personId) } });
    } catch (error) {
      if (!isOwn(error)) throw error;
      failed.push(failureOf(due, error));
    }
  }
  return { computed, failed };
};

/** All at once, and where that fails one by one, each behind a savepoint of its own, so that it fails alone. */
const write = async (
  scope: Scope,
  computed: readonly Computed[],
  failed: Failure[],
): Promise<ReadonlyMap<string, Projection>> => {
  const all = await attempt(
    scope,
    computed.map(({ projected }) => projected),
  );
  if (all.ok) return all.written;
  const written = new Map<string, Projection>();
  for (const { due, projected } of computed) {
    const one = await attempt(scope, [projected]);
    if (!one.ok) failed.push(failureOf(due, one.error));
    else for (const [id, projection] of one.written) written.set(id, projection);
  }
  return written;
};

type Attempt =
  | { readonly ok: true; readonly written: ReadonlyMap<string, Projection> }
  | { readonly ok: false; readonly error: unknown };

const attempt = async (scope: Scope, projected: readonly Projected[]): Promise<Attempt> => {
  if (projected.length === 0) return { ok: true, written: new Map() };
  await sql`savepoint sweep`.execute(scope.trx);
  try {
    const written = await projectAll(scope, projected);
    await sql`release savepoint sweep`.execute(scope.trx);
    return { ok: true, written };
  } catch (error) {
    if (!isOwn(error)) throw error;
    await sql`rollback to savepoint sweep`.execute(scope.trx);
    await sql`release savepoint sweep`.execute(scope.trx);
    return { ok: false, error };
  }
};

/** All that is due in the organization, in the caller's transaction: for a rehearsal whose clock was moved. */
export const sweepOrganization = async (scope: Scope): Promise<number> => {
  let looked = 0;
  for (;;) {
    const swept = await sweepBatch(scope);
    looked += swept.looked;
    if (!swept.more) return looked;
  }
};
