import type { Scope } from '../../platform/http/index.ts';
import { digestOfEntries } from './rules/digest.ts';
import { type Attempt, asEntry, findAttempt } from './store.ts';

/** An attempt as it was kept, for those who follow a decision back to it. */
export interface AttemptTrace {
  readonly attempt: Attempt;
  /** The sequence numbers of its log, ascending. */
  readonly seqs: readonly number[];
  /** Over the whole log, by the rule of the audited groups. */
  readonly sha256: string;
  readonly incidents: readonly { readonly kind: string; readonly note: string; readonly at: Date }[];
}

const readLog = async ({ trx, organization }: Scope, attemptIds: readonly string[]) => {
  const rows = await trx
    .selectFrom('response')
    .select(['attempt_id', 'seq', 'item_id', 'kind', 'value'])
    .where('organization_id', '=', organization.id)
    .where('attempt_id', 'in', attemptIds)
    .orderBy('attempt_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ attemptId: row.attempt_id, ...asEntry(row) }));
};

export const traceAttempt = async (scope: Scope, attemptId: string): Promise<AttemptTrace | undefined> => {
  const attempt = await findAttempt(scope, attemptId);
  if (!attempt) return undefined;
  const log = await readLog(scope, [attemptId]);
  const incidents = await scope.trx
    .selectFrom('incident')
    .select(['kind', 'note', 'at'])
    .where('organization_id', '=', scope.organization.id)
    .where('attempt_id', '=', attemptId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return { attempt, seqs: log.map(({ seq }) => seq), sha256: digestOfEntries(log), incidents };
};

/** What the audit says was written at once: sequence numbers by attempt, and the digest of those entries. */
export interface WrittenGroup {
  readonly attempts: Readonly<Record<string, readonly number[]>>;
  readonly digest: string;
}

/** Whether the log still says what was audited when the group was written. */
export const groupHolds = async (scope: Scope, { attempts, digest }: WrittenGroup): Promise<boolean> => {
  const log = await readLog(scope, Object.keys(attempts));
  return digestOfEntries(log.filter(({ attemptId, seq }) => attempts[attemptId]?.includes(seq) === true)) === digest;
};
