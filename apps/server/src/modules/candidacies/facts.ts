import type { Fact, Standing } from '@testamur/program';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { candidacyChanged } from './events.ts';
import { project } from './projection.ts';
import type { NewFact } from './rules/drafts.ts';
import { type Candidacy, loadCandidacy, standingOf } from './store.ts';

export interface Recorded {
  readonly standing: Standing;
  /** For each fact, in order: false where its `once` was used before. */
  readonly recorded: readonly boolean[];
}

/**
 * Appends to the ledger and brings everything up to date that is read off the standing. Locks the candidacy, so that
 * facts stand in the ledger in the order in which they were recorded.
 */
export const recordFacts = async (scope: Scope, candidacyId: string, facts: readonly NewFact[]): Promise<Recorded> =>
  recordFactsOn(scope, await loadCandidacy(scope, candidacyId, { lock: true }), facts);

/** The same for a candidacy that this transaction has locked. */
export const recordFactsOn = async (
  scope: Scope,
  candidacy: Candidacy,
  facts: readonly NewFact[],
): Promise<Recorded> => {
  const recorded: boolean[] = [];
  const appended: Fact[] = [];
  // Two commands may have asked for the time before one of them got the lock.
  const last = candidacy.facts.at(-1);
  const at = last && last.at > scope.now.toISOString() ? new Date(last.at) : scope.now;
  let time = Math.max(at.getTime(), last ? timeOfId(last.id) + 1 : 0);
  for (const { once, ...fact } of facts) {
    const id = newId(time);
    const isNew = once === undefined || (await claimOnce(scope, candidacy.id, once, id));
    recorded.push(isNew);
    if (!isNew) continue;
    appended.push({ ...fact, id, at: at.toISOString(), edition: candidacy.edition });
    time += 1;
  }
  if (appended.length === 0) return { standing: candidacy.standing, recorded };
  await insertFacts(scope, candidacy.id, appended);
  const { program, drafts, personId } = candidacy;
  const after = standingOf(scope.now, program, [...candidacy.facts, ...appended], drafts, personId);
  await project(scope, { id: candidacy.id, personId, ...after });
  await candidacyChanged.emit(scope.trx, { organizationId: scope.organization.id, candidacyId: candidacy.id });
  return { standing: after.standing, recorded };
};

/** The milliseconds in an id of `newId`; ids break ties between facts of one instant. */
const timeOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

const claimOnce = async ({ trx, organization }: Scope, candidacyId: string, key: string, factId: string) => {
  const inserted = await trx
    .insertInto('fact_once')
    .values({ organization_id: organization.id, candidacy_id: candidacyId, key, fact_id: factId })
    .onConflict((conflict) => conflict.columns(['organization_id', 'candidacy_id', 'key']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

const insertFacts = async ({ trx, organization }: Scope, candidacyId: string, facts: readonly Fact[]) => {
  await trx
    .insertInto('fact')
    .values(
      facts.map(({ id, kind, at, by, edition, data }) => ({
        organization_id: organization.id,
        candidacy_id: candidacyId,
        id,
        kind,
        at,
        by_kind: by.kind,
        by_id: by.id ?? null,
        edition,
        data: JSON.stringify(data),
      })),
    )
    .execute();
};
