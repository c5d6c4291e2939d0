import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { DB } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Answers, type EntryValue, foldLog } from './rules/log.ts';
import { type AttemptStatus, attemptStatuses } from './rules/status.ts';

export interface Attempt {
  readonly id: string;
  readonly candidacyId: string;
  readonly personId: string;
  readonly assessmentId: string;
  readonly attempt: number;
  readonly formId: string;
  readonly begunAt: Date;
  readonly endsAt: Date;
  readonly status: AttemptStatus;
  readonly sealedAt: Date | undefined;
  readonly deviceId: string | undefined;
  /** The highest sequence number that was received. */
  readonly lastSeq: number;
  readonly lastSavedAt: Date | undefined;
}

export const asStatus = (text: string): AttemptStatus => {
  const known = attemptStatuses.find((status) => status === text);
  if (known === undefined) throw new Error(`An attempt has the unknown status "${text}".`);
  return known;
};

const asAttempt = (row: Selectable<DB['attempt']>): Attempt => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  personId: row.person_id,
  assessmentId: row.assessment_id,
  attempt: row.attempt,
  formId: row.form_id,
  begunAt: row.begun_at,
  endsAt: row.ends_at,
  status: asStatus(row.status),
  sealedAt: row.sealed_at ?? undefined,
  deviceId: row.device_id ?? undefined,
  lastSeq: row.last_seq,
  lastSavedAt: row.last_saved_at ?? undefined,
});

export const findAttempt = async (
  { trx, organization }: Scope,
  attemptId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Attempt | undefined> => {
  const query = trx
    .selectFrom('attempt')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .where('id', '=', attemptId);
  const row = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
  return row && asAttempt(row);
};

/** With `lock`, no entry is written to it, and nothing else is done to it, until the transaction ends. */
export const getAttempt = async (scope: Scope, attemptId: string, options?: { readonly lock?: boolean }) => {
  const found = await findAttempt(scope, attemptId, options);
  if (!found) throw new Problem('not-found', 'platform.not-found', 'There is no such attempt.');
  return found;
};

/** What there is of one attempt by its number: the one that counts before canceled ones, the latest first. */
export const findAttemptByNumber = async (
  { trx, organization }: Scope,
  key: { readonly candidacyId: string; readonly assessmentId: string; readonly attempt: number },
): Promise<Attempt | undefined> => {
  const row = await trx
    .selectFrom('attempt')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', key.candidacyId)
    .where('assessment_id', '=', key.assessmentId)
    .where('attempt', '=', key.attempt)
    .orderBy(sql`status = 'canceled'`)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asAttempt(row);
};

/** The answers of an attempt, read off its log. */
export const readAnswers = async ({ trx, organization }: Scope, attemptId: string): Promise<Answers> => {
  const rows = await trx
    .selectFrom('response')
    .distinctOn(['item_id', 'kind'])
    .select(['seq', 'item_id', 'kind', 'value'])
    .where('organization_id', '=', organization.id)
    .where('attempt_id', '=', attemptId)
    .orderBy('item_id')
    .orderBy('kind')
    .orderBy('seq', 'desc')
    .execute();
  return foldLog(rows.map(asEntry));
};

/** Entries are checked before they are written; this is their shape. */
export const asEntry = (row: { seq: number; item_id: string; kind: string; value: unknown }) => ({
  seq: row.seq,
  itemId: row.item_id,
  kind: row.kind === 'flag' ? ('flag' as const) : ('response' as const),
  value: row.value as EntryValue,
});
