import { type SqlBool, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { assessmentTitle } from './assessment-columns.ts';

const pageSize = 50;

/** Those that wait for their release first, the oldest of them before the others. */
export const listResults = async (
  { trx, organization }: Scope,
  { page, waiting }: { readonly page: number; readonly waiting: boolean },
) => {
  let asked = trx.selectFrom('result').where('result.organization_id', '=', organization.id);
  if (waiting) asked = asked.where('result.released_at', 'is', null);
  const { total } = await asked.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await asked
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'result.organization_id')
        .onRef('candidacy.id', '=', 'result.candidacy_id'),
    )
    .innerJoin('person', 'person.id', 'candidacy.person_id')
    .innerJoin('program_edition', (join) =>
      join
        .onRef('program_edition.organization_id', '=', 'candidacy.organization_id')
        .onRef('program_edition.program_id', '=', 'candidacy.program_id')
        .onRef('program_edition.edition', '=', 'candidacy.edition'),
    )
    .select(['result.id', 'result.candidacy_id', 'result.assessment_id', 'result.attempt', 'result.passed'])
    .select([
      'result.score',
      'result.max_score',
      'result.pass_mark',
      'result.scaled_score',
      'result.scored_at',
      'result.released_at',
    ])
    .select(['candidacy.number', 'person.name'])
    .select(sql<string>`program_edition.program ->> 'abbreviation'`.as('abbreviation'))
    .select(assessmentTitle('result').as('title'))
    .select(
      sql<number>`(select count(*) from incident where incident.organization_id = result.organization_id
        and incident.attempt_id = result.source_id)`.as('incidents'),
    )
    .orderBy(sql<SqlBool>`result.released_at is not null`)
    .orderBy(sql`case when result.released_at is null then result.scored_at end`)
    .orderBy('result.released_at', 'desc')
    .orderBy('result.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const results = rows.map((row) => ({
    resultId: row.id,
    candidacyId: row.candidacy_id,
    number: row.number,
    candidateName: row.name,
    abbreviation: row.abbreviation,
    assessmentId: row.assessment_id,
    assessmentTitle: row.title,
    attempt: row.attempt,
    score: Number(row.score),
    maxScore: Number(row.max_score),
    passMark: Number(row.pass_mark),
    ...(row.scaled_score === null ? {} : { scaledScore: Number(row.scaled_score) }),
    passed: row.passed,
    scoredAt: row.scored_at.toISOString(),
    ...(row.released_at === null ? {} : { releasedAt: row.released_at.toISOString() }),
    incidents: Number(row.incidents),
  }));
  return { results, total: Number(total), page, pageSize };
};
