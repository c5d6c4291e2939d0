import type { Program } from '@testamur/program';
import type { Trx } from '../../platform/db/index.ts';
import type { Call, Tenant } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';
import { type Facets, facetsOf } from './rules/facets.ts';
import { slugOf } from './rules/names.ts';
import { getEdition, noSuchProgram } from './store.ts';

// Prices may change from one day to the next; all else of an edition is for good.
const known = new Map<string, { readonly day: string; readonly facets: Facets }>();

const facetsAt = (key: string, program: Program, now: Date): Facets => {
  const day = now.toISOString().slice(0, 10);
  const kept = known.get(key);
  if (kept?.day === day) return kept.facets;
  const facets = facetsOf(program, now);
  known.set(key, { day, facets });
  return facets;
};

/** A program in force and the organization that runs it. */
export interface OfferedProgram {
  readonly organization: { readonly id: string; readonly slug: string; readonly name: string; readonly kind: string };
  readonly program: Program;
}

const inForce = (trx: Trx) =>
  trx
    .selectFrom('program_edition as edition')
    .innerJoin('organization', 'organization.id', 'edition.organization_id')
    .distinctOn(['edition.organization_id', 'edition.program_id'])
    .select([
      'organization.id',
      'organization.slug',
      'organization.name',
      'organization.kind',
      'edition.program_id',
      'edition.edition',
    ])
    .orderBy('edition.organization_id')
    .orderBy('edition.program_id')
    .orderBy('edition.published_at', 'desc')
    .orderBy('edition.edition', 'desc');

const readAll = async (trx: Trx, query: ReturnType<typeof inForce>): Promise<readonly OfferedProgram[]> => {
  const offered: OfferedProgram[] = [];
  for (const { program_id, edition, ...organization } of await query.execute()) {
    offered.push({ organization, program: (await getEdition(trx, organization.id, program_id, edition)).program });
  }
  return offered.toSorted((a, b) => a.program.title.localeCompare(b.program.title, 'en'));
};

/** The latest edition of each program of every organization that is no rehearsal, in the order of their titles. */
export const listOfferedPrograms = (trx: Trx): Promise<readonly OfferedProgram[]> =>
  readAll(trx, inForce(trx).where('organization.kind', 'in', ['live', 'demonstration']));

/** Those of one organization. A rehearsal shows them to its own staff. */
const listOwnPrograms = (trx: Trx, slug: string, personId: string | undefined) =>
  readAll(
    trx,
    inForce(trx)
      .where('organization.slug', '=', slug)
      .where((where) =>
        where.or([
          where('organization.kind', 'in', ['live', 'demonstration']),
          where.exists(
            where
              .selectFrom('membership')
              .select('membership.person_id')
              .whereRef('membership.organization_id', '=', 'organization.id')
              .where('membership.person_id', '=', personId ?? null),
          ),
        ]),
      ),
  );

/** What people look for and compare: of every organization that is no rehearsal, or of the one that is named. */
export const listPrograms = async ({ trx, viewer, now }: Call, organization?: string) => {
  const offered =
    organization === undefined
      ? await listOfferedPrograms(trx)
      : await listOwnPrograms(trx, organization, viewer?.personId);
  const programs = offered.map(({ organization: { id: organizationId, slug, name, kind }, program }) => {
    const { id, abbreviation, aliases = [], title, summary, audience, edition } = program;
    return {
      organization: slug,
      organizationName: name,
      demonstration: kind !== 'live',
      id,
      abbreviation,
      aliases,
      title,
      summary,
      audience,
      edition,
      ...facetsAt(`${organizationId}/${id}/${edition}`, program, now),
    };
  });
  return { programs };
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

/**
 * The organization and id of a program by any of its names: by id before alias, live before demonstration, and the
 * longest published where several are as good.
 *
 * @throws Problem `programs.no-such-program`.
 */
export const locateProgram = async (
  trx: Trx,
  name: string,
): Promise<{ readonly organization: Tenant; readonly programId: string }> => {
  const slug = slugOf(name);
  const row = await trx
    .selectFrom('program_edition as edition')
    .innerJoin('organization', 'organization.id', 'edition.organization_id')
    .where('organization.kind', 'in', ['live', 'demonstration'])
    .where((where) =>
      where.or([
        where('edition.program_id', '=', slug),
        where(where.val(slug), '=', where.fn.any(where.ref('edition.aliases'))),
      ]),
    )
    .select((select) => [
      'organization.id',
      'organization.slug',
      'organization.name',
      'organization.kind',
      'organization.clock_offset_ms',
      'edition.program_id',
      select('edition.program_id', '=', slug).as('by_id'),
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
  return { organization, programId: row.program_id };
};

export const findProgram = async (trx: Trx, name: string) => {
  const { organization, programId } = await locateProgram(trx, name);
  return getProgram(trx, organization, programId);
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
