import type { Trx } from '../../platform/db/index.ts';
import type { Tenant } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';
import { asProgram, getEdition, noSuchProgram } from './store.ts';

/** The latest edition of each program of every organization that is no rehearsal. */
export const listPrograms = async (trx: Trx) => {
  const rows = await trx
    .selectFrom('program_edition as edition')
    .innerJoin('organization', 'organization.id', 'edition.organization_id')
    .where('organization.kind', 'in', ['live', 'demonstration'])
    .distinctOn(['edition.organization_id', 'edition.program_id'])
    .select(['organization.slug', 'organization.name', 'edition.program'])
    .orderBy('edition.organization_id')
    .orderBy('edition.program_id')
    .orderBy('edition.published_at', 'desc')
    .execute();
  const programs = rows.map((row) => {
    const { id, abbreviation, title, summary, edition } = asProgram(row.program);
    return { organization: row.slug, organizationName: row.name, id, abbreviation, title, summary, edition };
  });
  return { programs: programs.sort((a, b) => a.title.localeCompare(b.title, 'en')) };
};

export const getProgram = async (trx: Trx, organization: Tenant, programId: string, edition?: string) => {
  const { program, publishedAt } = await getEdition(trx, organization.id, programId, edition);
  return {
    organization: organization.slug,
    organizationName: organization.name,
    demonstration: organization.kind !== 'live',
    publishedAt: publishedAt.toISOString(),
    program,
  };
};

/** By id before alias, live before demonstration, and the longest published where several are as good. */
export const findProgram = async (trx: Trx, name: string) => {
  const row = await trx
    .selectFrom('program_edition as edition')
    .innerJoin('organization', 'organization.id', 'edition.organization_id')
    .where('organization.kind', 'in', ['live', 'demonstration'])
    .where((where) =>
      where.or([
        where('edition.program_id', '=', name),
        where(where.val(name), '=', where.fn.any(where.ref('edition.aliases'))),
      ]),
    )
    .select((select) => [
      'organization.id',
      'organization.slug',
      'organization.name',
      'organization.kind',
      'organization.clock_offset_ms',
      'edition.program_id',
      select('edition.program_id', '=', name).as('by_id'),
      select('organization.kind', '=', 'live').as('live'),
    ])
    .orderBy('by_id', 'desc')
    .orderBy('live', 'desc')
    .orderBy('edition.published_at')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw noSuchProgram(name);
  const organization: Tenant = {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.live ? 'live' : 'demonstration',
    clockOffsetMs: row.clock_offset_ms,
  };
  return getProgram(trx, organization, row.program_id);
};

export const listEditions = async (trx: Trx, organizationId: string, programId: string) => {
  const rows = await trx
    .selectFrom('program_edition')
    .select(['edition', 'published_at', 'published_by', 'yaml'])
    .where('organization_id', '=', organizationId)
    .where('program_id', '=', programId)
    .orderBy('published_at', 'desc')
    .execute();
  const people = await listPeople(
    trx,
    rows.flatMap((row) => row.published_by ?? []),
  );
  return {
    editions: rows.map((row) => ({
      edition: row.edition,
      publishedAt: row.published_at.toISOString(),
      publishedBy: (row.published_by && people.get(row.published_by)?.name) ?? 'Testamur',
      yaml: row.yaml,
    })),
  };
};
