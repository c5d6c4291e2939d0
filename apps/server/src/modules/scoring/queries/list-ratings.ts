import type { Rated } from '@testamur/program';
import { type SqlBool, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { ratingState } from '../rating-store.ts';
import { assessmentKind, assessmentTitle } from './assessment-columns.ts';

const pageSize = 50;

const kinds = ['portfolio', 'performance', 'oral', 'hands-on'] as const satisfies readonly Rated['kind'][];

const kindOf = (text: string): Rated['kind'] => {
  const known = kinds.find((kind) => kind === text);
  if (known === undefined) throw new Error(`A rating is about an assessment of the kind "${text}".`);
  return known;
};

/** What this examiner was asked for, open ones first. */
export const listRatings = async ({ trx, organization }: Scope, examinerId: string, page: number) => {
  const mine = trx
    .selectFrom('rating')
    .innerJoin('examiner_assignment as assignment', (join) =>
      join
        .onRef('assignment.organization_id', '=', 'rating.organization_id')
        .onRef('assignment.candidacy_id', '=', 'rating.candidacy_id')
        .onRef('assignment.assessment_id', '=', 'rating.assessment_id')
        .onRef('assignment.attempt', '=', 'rating.attempt')
        .onRef('assignment.examiner_id', '=', 'rating.examiner_id'),
    )
    .where('rating.organization_id', '=', organization.id)
    .where('rating.examiner_id', '=', examinerId)
    .where('assignment.withdrawn_at', 'is', null);
  const { total } = await mine.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await mine
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'rating.organization_id')
        .onRef('candidacy.id', '=', 'rating.candidacy_id'),
    )
    .innerJoin('program_edition', (join) =>
      join
        .onRef('program_edition.organization_id', '=', 'candidacy.organization_id')
        .onRef('program_edition.program_id', '=', 'candidacy.program_id')
        .onRef('program_edition.edition', '=', 'candidacy.edition'),
    )
    .select(['rating.id', 'rating.asked_at', 'rating.saved_at', 'rating.submitted_at', 'candidacy.number'])
    .select(sql<string>`program_edition.program ->> 'abbreviation'`.as('abbreviation'))
    .select([assessmentTitle('rating').as('title'), assessmentKind('rating').as('kind')])
    .orderBy(sql<SqlBool>`rating.submitted_at is not null`)
    .orderBy('rating.asked_at')
    .orderBy('rating.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const ratings = rows.map((row) => ({
    ratingId: row.id,
    number: row.number,
    abbreviation: row.abbreviation,
    assessmentTitle: row.title,
    kind: kindOf(row.kind),
    state: ratingState({ savedAt: row.saved_at ?? undefined, submittedAt: row.submitted_at ?? undefined }),
    askedAt: row.asked_at.toISOString(),
    ...(row.submitted_at === null ? {} : { submittedAt: row.submitted_at.toISOString() }),
  }));
  return { ratings, total: Number(total), page, pageSize };
};
