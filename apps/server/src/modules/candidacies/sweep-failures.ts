import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { DueCandidacy } from './load-due.ts';
import { retryAt } from './rules/retry.ts';

/** A candidacy whose standing could not be computed or written. */
export interface Failure {
  readonly candidacyId: string;
  readonly error: unknown;
  /** In a row, this one included. */
  readonly failures: number;
}

/** Classes of SQLSTATE that speak of the values: data exception, integrity constraint, raised, program limit. */
const ofValues = new Set(['22', '23', 'P0', '54']);

/**
 * Whether an error is this candidacy's own: thrown by what computes, or values that the database refuses. Deadlocks,
 * timeouts and lost connections are trouble of the whole batch.
 */
export const isOwn = (error: unknown): boolean =>
  !(error instanceof DatabaseError) || ofValues.has(error.code?.slice(0, 2) ?? '');

export const failureOf = (due: DueCandidacy, error: unknown): Failure => ({
  candidacyId: due.id,
  error,
  failures: due.failures + 1,
});

const longestText = 500;
/** Class and message. PostgreSQL keeps no U+0000, which may be what the error is about. */
const describe = (error: unknown): string => String(error).replaceAll('\u0000', '').slice(0, longestText);

/**
 * Puts candidacies that failed off to a later time each time, so that those behind them have their turn. The first
 * failure in a row stands in the audit, where administrators see it.
 */
export const recordFailures = async (scope: Scope, failed: readonly Failure[]): Promise<void> => {
  if (failed.length === 0) return;
  const rows = failed.map(({ candidacyId, error, failures }) => ({
    candidacy_id: candidacyId,
    failures,
    failure: describe(error),
    next_change_at: retryAt(scope.now, failures),
  }));
  await sql`
    update standing_cache cache set failures = row.failures, failure = row.failure,
      failing_since = coalesce(cache.failing_since, ${scope.now}), next_change_at = row.next_change_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (candidacy_id uuid, failures integer, failure text, next_change_at timestamptz)
    where cache.organization_id = ${scope.organization.id} and cache.candidacy_id = row.candidacy_id`.execute(
    scope.trx,
  );
  for (const { candidacyId, failures, error } of failed) {
    if (failures > 1) continue;
    const subject = `candidacy:${candidacyId}`;
    // The words of an error may quote what somebody wrote.
    await recordAudit(scope, { action: 'candidacies.sweepFailed', subject, personal: { error: describe(error) } });
  }
};
