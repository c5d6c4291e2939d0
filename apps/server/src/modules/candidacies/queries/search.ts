import type { Standing } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { getEdition } from '../../programs/index.ts';
import { summaryOf } from './summary.ts';

export const pageSize = 50;

/** What is written in the cache, which standing() alone fills. */
export const asStanding = (cached: unknown): Standing => cached as Standing;

const likeOf = (query: string) => `%${query.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** By a part of the name or the number, or by the status; the latest change first. */
export const searchCandidacies = async (scope: Scope, { query, page }: { query: string; page: number }) => {
  const { trx, organization } = scope;
  const all = trx
    .selectFrom('candidacy')
    .innerJoin('person', 'person.id', 'candidacy.person_id')
    .innerJoin('standing_cache as cache', (join) =>
      join
        .onRef('cache.organization_id', '=', 'candidacy.organization_id')
        .onRef('cache.candidacy_id', '=', 'candidacy.id'),
    )
    .where('candidacy.organization_id', '=', organization.id);
  const found =
    query === ''
      ? all
      : all.where((where) =>
          where.or([
            where('person.name', 'ilike', likeOf(query)),
            where('candidacy.number', 'ilike', likeOf(query)),
            where('cache.status', '=', query.toLowerCase().replace(/\s+/g, '-')),
          ]),
        );
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'candidacy.id',
      'candidacy.number',
      'candidacy.program_id',
      'candidacy.edition',
      'person.name',
      'cache.standing',
      'cache.updated_at',
    ])
    .orderBy('cache.updated_at', 'desc')
    .orderBy('candidacy.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const candidacies = [];
  for (const row of rows) {
    const { program } = await getEdition(trx, organization.id, row.program_id, row.edition);
    const standing = asStanding(row.standing);
    candidacies.push({
      ...summaryOf(organization, { id: row.id, number: row.number, program, standing }),
      candidateName: row.name,
      updatedAt: row.updated_at.toISOString(),
    });
  }
  return { candidacies, total, page, pageSize };
};
