import type { Actor } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { listResultRows, type Result } from './store.ts';

export interface Released {
  readonly released: number;
  readonly alreadyReleased: number;
}

/**
 * Releases results to their candidates: all or none. One that was released before is counted and left alone. The fact
 * that this records is what candidates are written to about.
 *
 * @throws Problem `scoring.no-such-result` or `scoring.own-result`.
 */
export const releaseResults = async (
  scope: Scope,
  resultIds: readonly string[],
  byPersonId: string,
): Promise<Released> => {
  const wanted = [...new Set(resultIds)];
  // In the order of candidacies, so that two releases at once wait for each other instead of locking each other out.
  const results = await listResultRows(scope, { ids: wanted });
  if (results.length < wanted.length) {
    const message = `${wanted.length - results.length} of the results are not of this organization; reload the list.`;
    throw new Problem('not-found', 'scoring.no-such-result', message);
  }
  let released = 0;
  for (const result of results) {
    const { personId, number } = await loadCandidacy(scope, result.candidacyId, { lock: true });
    if (personId === byPersonId) {
      const message = `The result of ${number} is your own: another psychometrician has to release it.`;
      throw new Problem('rule-broken', 'scoring.own-result', message);
    }
    if (await release(scope, result, { kind: 'staff', id: byPersonId })) released += 1;
  }
  return { released, alreadyReleased: results.length - released };
};

/**
 * Releases one result, of a candidacy that this transaction has locked.
 *
 * @returns false where it was released before.
 */
export const release = async (scope: Scope, result: Result, by: Actor): Promise<boolean> => {
  const { trx, organization, now } = scope;
  const { candidacyId, assessmentId, attempt, passed, score, maxScore, scaledScore, byTopic } = result;
  const updated = await trx
    .updateTable('result')
    .set({ released_at: now, released_by: by.id ?? null })
    .where('organization_id', '=', organization.id)
    .where('id', '=', result.id)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  const scaled = scaledScore === undefined ? {} : { scaledScore };
  await recordFacts(scope, candidacyId, [
    {
      kind: 'result-released',
      data: { assessment: assessmentId, attempt, passed, score, maxScore, ...scaled, byTopic },
      by,
      once: `result-released:${assessmentId}:${attempt}`,
    },
  ]);
  return true;
};
