import { type SqlBool, sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { listPieces } from '../delivery/index.ts';
import { requireOwnRating } from './ratings.ts';
import { maxPoints } from './rules/score-portfolio.ts';
import { assessmentOf, ratingState } from './store.ts';

const pageSize = 50;

const assessmentTitle = (table: 'rating' | 'result') =>
  sql<string>`coalesce((select assessment ->> 'title' from jsonb_array_elements(program_edition.program -> 'assessments')
    as assessment where assessment ->> 'id' = ${sql.ref(`${table}.assessment_id`)}), ${sql.ref(`${table}.assessment_id`)})`;

/** What this examiner was asked for, open ones first. */
export const listRatings = async ({ trx, organization }: Scope, examinerId: string, page: number) => {
  const mine = trx
    .selectFrom('rating')
    .where('rating.organization_id', '=', organization.id)
    .where('rating.examiner_id', '=', examinerId);
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
    .select(assessmentTitle('rating').as('title'))
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
    state: ratingState({ savedAt: row.saved_at ?? undefined, submittedAt: row.submitted_at ?? undefined }),
    askedAt: row.asked_at.toISOString(),
    ...(row.submitted_at === null ? {} : { submittedAt: row.submitted_at.toISOString() }),
  }));
  return { ratings, total: Number(total), page, pageSize };
};

/** The work, the rubric and the marks so far. The candidate goes by number. */
export const getRatingView = async (scope: Scope, ratingId: string, examinerId: string) => {
  const rating = await requireOwnRating(scope, ratingId, examinerId);
  const { program, number } = await loadCandidacy(scope, rating.candidacyId);
  const portfolio = assessmentOf(program, rating.assessmentId, 'portfolio');
  const { criteria } = portfolio.rubric;
  return {
    ratingId,
    number,
    programTitle: program.title,
    assessmentTitle: portfolio.title,
    state: ratingState(rating),
    pieces: [...(await listPieces(scope, rating.candidacyId, rating.assessmentId, rating.attempt))],
    rubric: criteria.map(({ id, title, description, levels }) => ({
      criterion: id,
      title,
      description,
      levels: levels.map(({ points, label, descriptor }) => ({ level: points, label, descriptor })),
    })),
    marks: [...rating.marks],
    passMark: portfolio.pass.points,
    maxScore: criteria.reduce((sum, criterion) => sum + maxPoints(criterion), 0),
  };
};

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
    .select(['result.score', 'result.max_score', 'result.pass_mark', 'result.scored_at', 'result.released_at'])
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
    passed: row.passed,
    scoredAt: row.scored_at.toISOString(),
    ...(row.released_at === null ? {} : { releasedAt: row.released_at.toISOString() }),
    incidents: Number(row.incidents),
  }));
  return { results, total: Number(total), page, pageSize };
};
