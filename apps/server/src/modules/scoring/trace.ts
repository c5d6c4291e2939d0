import { type Assessment, judgeCourse, type Program } from '@testamur/program';
import { DatabaseError } from 'pg';
import type { Scope } from '../../platform/http/index.ts';
import { panelSize } from '../scheduling/index.ts';
import { listSubmittedRatings, type Rating } from './rating-store.ts';
import type { Score } from './rules/score-exam.ts';
import { scoreRated } from './rules/score-rated.ts';
import { scoreOfAttempt } from './score-attempt.ts';
import { type AttemptKey, listResultRows, type Result, ratedOf } from './store.ts';

type RatingTrace = Pick<Rating, 'id' | 'examinerId' | 'marks' | 'askedAt' | 'submittedAt' | 'heldOn'>;

/** A result with what it was made of. */
export interface ResultTrace extends Result {
  /** The attempt or the rating that it comes from; a course has none. */
  readonly sourceId: string | null;
  readonly releasedById: string | null;
  /** Whether scoring the same work by the same rules again gives the same. */
  readonly sameAgain: boolean;
  /** What the examiners submitted, in the order in which they did. */
  readonly ratings: readonly RatingTrace[];
}

const sourceOf = async ({ trx, organization }: Scope, resultId: string) =>
  trx
    .selectFrom('result')
    .select(['source_id', 'released_by'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', resultId)
    .executeTakeFirstOrThrow();

/** Points are kept to the thousandth. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;

const isSame = (a: Score, b: Score): boolean =>
  a.passed === b.passed && near(a.score, b.score) && near(a.maxScore, b.maxScore) && near(a.passMark, b.passMark);

interface Made {
  readonly program: Program;
  readonly assessment: Assessment;
  readonly sourceId: string | null;
  readonly ratings: readonly Rating[];
  readonly modules: readonly string[];
}

const scoreAgain = async (
  scope: Scope,
  { program, assessment, sourceId, ratings, modules }: Made,
): Promise<Score | undefined> => {
  if (assessment.kind === 'course') {
    const outcome = judgeCourse(assessment, modules);
    return { ...outcome, passMark: outcome.maxScore };
  }
  if (sourceId === null) return undefined;
  if (assessment.kind === 'exam') return (await scoreOfAttempt(scope, assessment, sourceId)).score;
  // The last of a panel makes the result; where one examiner judges, whose rating it is made of.
  const last = ratings.findIndex(({ id }) => id === sourceId);
  const rated = ratedOf(program, assessment.id);
  const panel = panelSize(rated) > 1 ? ratings : ratings.slice(last, last + 1);
  return last < 0
    ? undefined
    : scoreRated(
        rated,
        panel.map(({ marks }) => marks),
      );
};

/** What was tampered with may be such that nothing can be made of it: that is an answer, too. */
const asUnscorable = (error: unknown): undefined => {
  if (error instanceof DatabaseError) throw error;
  return undefined;
};

/**
 * Follows one result back, and scores again what it was made of.
 *
 * @param program in the edition under which it was made.
 * @param modules of a course: those that were completed.
 */
export const traceResult = async (
  scope: Scope,
  {
    program,
    key,
    modules,
  }: { readonly program: Program; readonly key: AttemptKey; readonly modules: readonly string[] },
): Promise<ResultTrace | undefined> => {
  const rows = await listResultRows(scope, { candidacyId: key.candidacyId });
  const result = rows.find(({ assessmentId, attempt }) => assessmentId === key.assessmentId && attempt === key.attempt);
  const assessment = program.assessments.find(({ id }) => id === key.assessmentId);
  if (!result || !assessment) return undefined;
  const { source_id: sourceId, released_by: releasedById } = await sourceOf(scope, result.id);
  const ratings = await listSubmittedRatings(scope, key);
  const again = await scoreAgain(scope, { program, assessment, sourceId, ratings, modules }).catch(asUnscorable);
  return { ...result, sourceId, releasedById, sameAgain: again !== undefined && isSame(again, result), ratings };
};
