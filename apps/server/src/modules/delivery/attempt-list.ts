import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import type { Presence } from './presence.ts';
import { isOffline } from './rules/clock.ts';
import { asStatus } from './store.ts';

const pageSize = 50;

const rowsOf = ({ trx, organization }: Scope, page: number) =>
  trx
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'attempt.organization_id')
        .onRef('candidacy.id', '=', 'attempt.candidacy_id'),
    )
    .innerJoin('program_edition', (join) =>
      join
        .onRef('program_edition.organization_id', '=', 'candidacy.organization_id')
        .onRef('program_edition.program_id', '=', 'candidacy.program_id')
        .onRef('program_edition.edition', '=', 'candidacy.edition'),
    )
    .select([
      'attempt.id',
      'attempt.status',
      'attempt.begun_at',
      'attempt.ends_at',
      'attempt.last_saved_at',
      'person.name',
      sql<string>`program_edition.program ->> 'abbreviation'`.as('abbreviation'),
      sql<number>`(select count(*) from form_item where form_item.organization_id = attempt.organization_id
        and form_item.form_id = attempt.form_id)`.as('items'),
      sql<number>`(select count(*) from (
        select distinct on (item_id) value from response where response.organization_id = attempt.organization_id
          and response.attempt_id = attempt.id and kind = 'response' order by item_id, seq desc
        ) last where value not in ('null'::jsonb, '[]'::jsonb))`.as('answered'),
    ])
    .where('attempt.organization_id', '=', organization.id)
    .orderBy(sql`attempt.status <> 'working'`)
    .orderBy('attempt.begun_at', 'desc')
    .orderBy('attempt.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();

const incidentsOf = async ({ trx, organization }: Scope, attemptIds: readonly string[]) => {
  if (attemptIds.length === 0) return [];
  return trx
    .selectFrom('incident')
    .select(['attempt_id', 'at', 'kind', 'note'])
    .where('organization_id', '=', organization.id)
    .where('attempt_id', 'in', attemptIds)
    .orderBy('at')
    .execute();
};

/** Those who work come first, then the latest. */
export const listAttempts = async (scope: Scope, page: number, presence: Presence) => {
  const { total } = await scope.trx
    .selectFrom('attempt')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('organization_id', '=', scope.organization.id)
    .executeTakeFirstOrThrow();
  const rows = await rowsOf(scope, page);
  const incidents = await incidentsOf(
    scope,
    rows.map(({ id }) => id),
  );
  const attempts = rows.map((row) => {
    const lastSavedAt = row.last_saved_at ?? undefined;
    const signs = { now: scope.now, begunAt: row.begun_at, lastSavedAt, lastSeenAt: presence.lastSeen(row.id) };
    const status = asStatus(row.status);
    return {
      attemptId: row.id,
      candidateName: row.name,
      abbreviation: row.abbreviation,
      status: status === 'working' && isOffline(signs) ? ('offline' as const) : status,
      answered: Number(row.answered),
      items: Number(row.items),
      endsAt: row.ends_at.toISOString(),
      ...(lastSavedAt === undefined ? {} : { lastSavedAt: lastSavedAt.toISOString() }),
      incidents: incidents
        .filter(({ attempt_id }) => attempt_id === row.id)
        .map(({ at, kind, note }) => ({ at: at.toISOString(), kind, note })),
    };
  });
  return { attempts, total: Number(total), page, pageSize };
};
