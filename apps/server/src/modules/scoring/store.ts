import { type Assessment, isRated, type Program, type Rated, type TopicScore } from '@testamur/program';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Score } from './rules/score-exam.ts';

export interface AttemptKey {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly attempt: number;
}

export interface Comment {
  readonly criterion: string;
  readonly comment: string;
}

export interface Result extends AttemptKey, Score {
  readonly id: string;
  readonly comments: readonly Comment[];
  readonly scoredAt: Date;
  readonly releasedAt: Date | undefined;
}

export interface NewResult {
  readonly key: AttemptKey;
  /** The attempt or the rating that it comes from; a course has none. */
  readonly sourceId: string | null;
  readonly score: Score;
  readonly comments: readonly Comment[];
}

/** @returns whether this call wrote it: an attempt has one result, whoever comes first. */
export const insertResult = async (
  { trx, organization, now }: Scope,
  { key, sourceId, score, comments }: NewResult,
): Promise<boolean> => {
  const inserted = await trx
    .insertInto('result')
    .values({
      organization_id: organization.id,
      id: newId(),
      candidacy_id: key.candidacyId,
      assessment_id: key.assessmentId,
      attempt: key.attempt,
      source_id: sourceId,
      score: score.score,
      max_score: score.maxScore,
      pass_mark: score.passMark,
      passed: score.passed,
      scaled_score: score.scaledScore ?? null,
      by_topic: JSON.stringify(score.byTopic),
      comments: JSON.stringify(comments),
      scored_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'candidacy_id', 'assessment_id', 'attempt']).doNothing(),
    )
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

/** Results by their ids or of a candidacy. */
export const listResultRows = async (
  { trx, organization }: Scope,
  by: { readonly ids: readonly string[] } | { readonly candidacyId: string },
): Promise<readonly Result[]> => {
  const query = trx.selectFrom('result').selectAll().where('organization_id', '=', organization.id);
  if ('ids' in by && by.ids.length === 0) return [];
  const rows = await ('ids' in by ? query.where('id', 'in', by.ids) : query.where('candidacy_id', '=', by.candidacyId))
    .orderBy('candidacy_id')
    .orderBy('assessment_id')
    .orderBy('attempt', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    candidacyId: row.candidacy_id,
    assessmentId: row.assessment_id,
    attempt: row.attempt,
    score: Number(row.score),
    maxScore: Number(row.max_score),
    passMark: Number(row.pass_mark),
    passed: row.passed,
    ...(row.scaled_score === null ? {} : { scaledScore: Number(row.scaled_score) }),
    // `insertResult` alone writes them, from values of these types.
    byTopic: row.by_topic as unknown as readonly TopicScore[],
    comments: row.comments as unknown as readonly Comment[],
    scoredAt: row.scored_at,
    releasedAt: row.released_at ?? undefined,
  }));
};

export const assessmentOf = <K extends Assessment['kind']>(
  { id, assessments }: Program,
  assessmentId: string,
  kind: K,
): Extract<Assessment, { kind: K }> => {
  const found = assessments.find((assessment) => assessment.id === assessmentId);
  // Results and ratings are made for assessments of the candidacy's own edition, which never changes.
  if (found?.kind !== kind) throw new Error(`The program ${id} has no ${kind} "${assessmentId}".`);
  return found as Extract<Assessment, { kind: K }>;
};

/** The same for whatever has a rubric. */
export const ratedOf = ({ id, assessments }: Program, assessmentId: string): Rated => {
  const found = assessments.find((assessment) => assessment.id === assessmentId);
  if (!found || !isRated(found)) throw new Error(`The program ${id} has no rubric for "${assessmentId}".`);
  return found;
};
