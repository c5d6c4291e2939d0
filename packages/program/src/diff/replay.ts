import type { Fact, FactOf } from '../facts.ts';
import { findAssessment, isRated } from '../lookup.ts';
import type { Program } from '../schema/program.ts';
import { examPassMark } from '../scoring/outcome.ts';

/** What a released result would have been under the pass rule of another edition, from its scores. */
function judgeAnew(program: Program, fact: FactOf<'result-released'>): FactOf<'result-released'> {
  const { assessment: id, score, maxScore, byTopic } = fact.data;
  const assessment = findAssessment(program, id);
  if (assessment === undefined) return fact;
  const as = (passed: boolean): FactOf<'result-released'> => ({ ...fact, data: { ...fact.data, passed } });
  if (assessment.kind === 'exam') return as(maxScore > 0 && score >= examPassMark(assessment, maxScore));
  if (!isRated(assessment)) return fact;
  const { criteria } = assessment.rubric;
  const pointsOf = (criterion: string): number | undefined => byTopic.find(({ topic }) => topic === criterion)?.score;
  // With criteria that nobody was rated by, nothing can be said anew.
  if (criteria.some((criterion) => pointsOf(criterion.id) === undefined)) return fact;
  const points = criteria.map((criterion) => pointsOf(criterion.id) ?? 0);
  const { points: needed, minimumPerCriterion } = assessment.pass;
  return as(points.reduce((sum, one) => sum + one, 0) >= needed && points.every((one) => one >= minimumPerCriterion));
}

/**
 * The facts of a candidacy as if they had happened under another edition: what people stated, handed in and scored stays,
 * and the edition's rules are put to it. Verdicts of reviewers stay as they were given.
 */
export function replay(program: Program, facts: readonly Fact[]): readonly Fact[] {
  return facts
    .filter(({ kind }) => kind !== 'edition-moved')
    .map((fact): Fact => {
      const moved = { ...fact, edition: program.edition } as Fact;
      return moved.kind === 'result-released' ? judgeAnew(program, moved) : moved;
    });
}
