import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { logIncident } from '../incidents.ts';
import { lastAccepted } from '../rules/clock.ts';
import { digestOfEntries } from '../rules/digest.ts';
import { type LogEntry, sameContent } from '../rules/log.ts';
import type { AttemptStatus } from '../rules/status.ts';
import { asEntry, asStatus } from '../store.ts';

/** What one device sends at once. The entries were checked against the items of the form. */
export interface SaveRequest {
  readonly attemptId: string;
  readonly deviceId: string;
  readonly entries: readonly LogEntry[];
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly now: Date; readonly endsAt: Date; readonly status: AttemptStatus }
  | { readonly kind: 'conflict'; readonly seq: number }
  | { readonly kind: 'other-device' }
  /** Sealed or canceled, or its time has run out and it is still to be sealed. */
  | { readonly kind: 'over'; readonly status: AttemptStatus };

interface Held {
  readonly id: string;
  readonly status: string;
  readonly device_id: string | null;
  readonly ends_at: Date;
  /** The sequence numbers that this statement wrote. */
  readonly written: readonly number[];
}

const keyOf = (attemptId: string, seq: number): string => `${attemptId}/${seq}`;

/**
 * Writes the entries of many candidates in one statement. The rows of their attempts are locked in the order of their
 * ids, so that no attempt is sealed, canceled or opened elsewhere between the check and the write, whatever this
 * process believes; a number that is in the log already is left alone.
 */
const insertEntries = async ({ trx, organization, now }: Scope, requests: readonly SaveRequest[]) => {
  const rows = requests.flatMap(({ attemptId, deviceId, entries }) =>
    entries.map((entry) => ({ attemptId, deviceId, ...entry })),
  );
  const { rows: held } = await sql<Held>`
    with incoming as (
      select * from unnest(
        ${rows.map((row) => row.attemptId)}::uuid[], ${rows.map((row) => row.deviceId)}::uuid[],
        ${rows.map((row) => row.seq)}::integer[], ${rows.map((row) => row.itemId)}::text[],
        ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => JSON.stringify(row.value))}::text[],
        ${rows.map((row) => row.clientAt)}::timestamptz[]
      ) as entry (attempt_id, device_id, seq, item_id, kind, value, client_at)
    ), held as (
      select id, status, device_id, ends_at from attempt
      where organization_id = ${organization.id} and id = any(${requests.map(({ attemptId }) => attemptId)}::uuid[])
      order by id for no key update
    ), written as (
      insert into response (organization_id, attempt_id, seq, item_id, kind, value, client_at, received_at)
      select ${organization.id}::uuid, attempt_id, seq, item_id, kind, value::jsonb, client_at, ${now}::timestamptz
      from incoming join held on held.id = incoming.attempt_id
      where held.status = 'working' and held.device_id = incoming.device_id and held.ends_at >= ${lastAccepted(now)}
      on conflict (organization_id, attempt_id, seq) do nothing
      returning attempt_id, seq
    ), touched as (
      update attempt set last_seq = greatest(last_seq, latest.seq), last_saved_at = ${now}
      from (select attempt_id, max(seq) as seq from written group by attempt_id) as latest
      where organization_id = ${organization.id} and id = latest.attempt_id
    )
    select held.*, coalesce(own.seqs, '{}') as written
    from held left join (select attempt_id, array_agg(seq) as seqs from written group by attempt_id) as own
      on own.attempt_id = held.id`.execute(trx);
  return new Map(held.map((row) => [row.id, row]));
};

/** Numbers that were taken, by this group or before, with a content that is not the one sent. */
const findConflicts = async (
  { trx, organization }: Scope,
  suspects: readonly { attemptId: string; entry: LogEntry }[],
) => {
  const conflicts = new Set<LogEntry>();
  if (suspects.length === 0) return conflicts;
  const kept = await trx
    .selectFrom('response')
    .select(['attempt_id', 'seq', 'item_id', 'kind', 'value'])
    .where('organization_id', '=', organization.id)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('attempt_id', 'seq'),
        'in',
        suspects.map(({ attemptId, entry }) => tuple(attemptId, entry.seq)),
      ),
    )
    .execute();
  const byKey = new Map(kept.map((row) => [keyOf(row.attempt_id, row.seq), asEntry(row)]));
  for (const { attemptId, entry } of suspects) {
    const first = byKey.get(keyOf(attemptId, entry.seq));
    if (!first || !sameContent(first, entry)) conflicts.add(entry);
  }
  return conflicts;
};

const isOpen = (held: Held, { deviceId }: SaveRequest, now: Date): boolean =>
  held.status === 'working' && held.device_id === deviceId && held.ends_at >= lastAccepted(now);

/** Entries that this group did not write, or that came twice in it, so that either may be the one that was written. */
const suspectsOf = (open: readonly { request: SaveRequest; held: Held }[]) => {
  const times = new Map<string, number>();
  const all = open.flatMap(({ request, held }) =>
    request.entries.map((entry) => ({ attemptId: request.attemptId, entry, held })),
  );
  for (const { attemptId, entry } of all) {
    const key = keyOf(attemptId, entry.seq);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return all.filter(
    ({ attemptId, entry, held }) =>
      (times.get(keyOf(attemptId, entry.seq)) ?? 0) > 1 || !held.written.includes(entry.seq),
  );
};

/** One entry for the group: how much was written of what, and a digest of it that the log can be held against. */
const auditGroup = async (scope: Scope, requests: readonly SaveRequest[], held: ReadonlyMap<string, Held>) => {
  const attempts = Object.fromEntries(
    [...held].flatMap(([id, { written }]) => (written.length > 0 ? [[id, written]] : [])),
  );
  const count = Object.values(attempts).reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return;
  const written = requests.flatMap(({ attemptId, entries }) =>
    entries.filter(({ seq }) => held.get(attemptId)?.written.includes(seq)).map((entry) => ({ attemptId, ...entry })),
  );
  await recordAudit(scope, {
    action: 'delivery.saveResponses',
    subject: `entries:${count}`,
    detail: { entries: count, attempts, digest: digestOfEntries(written) },
  });
};

/**
 * Writes what many devices sent, in the caller's transaction: what it reports as saved is durable once that commits.
 *
 * @returns one outcome a request, in their order; undefined where the organization has no such attempt.
 */
export const writeGroup = async (
  scope: Scope,
  requests: readonly SaveRequest[],
): Promise<readonly (SaveOutcome | undefined)[]> => {
  const { now } = scope;
  const held = await insertEntries(scope, requests);
  const open = requests.flatMap((request) => {
    const row = held.get(request.attemptId);
    return row && isOpen(row, request, now) ? [{ request, held: row }] : [];
  });
  const conflicts = await findConflicts(scope, suspectsOf(open));
  for (const { request } of open) {
    for (const { seq } of request.entries.filter((entry) => conflicts.has(entry))) {
      const note = `Entry ${seq} was sent again with another content; the first one stands.`;
      await logIncident(scope, { attemptId: request.attemptId, kind: 'sequence-conflict', note, about: String(seq) });
    }
  }
  await auditGroup(scope, requests, held);
  return requests.map((request): SaveOutcome | undefined => {
    const row = held.get(request.attemptId);
    if (!row) return undefined;
    const status = asStatus(row.status);
    if (status !== 'working' || row.ends_at < lastAccepted(now)) return { kind: 'over', status };
    if (row.device_id !== request.deviceId) return { kind: 'other-device' };
    const conflict = request.entries.find((entry) => conflicts.has(entry));
    return conflict ? { kind: 'conflict', seq: conflict.seq } : { kind: 'saved', now, endsAt: row.ends_at, status };
  });
};
