import { judgeRated, type Rated } from '@testamur/program';

/** Points that a criterion can bring, the highest first. */
const pointsOf = ({ levels }: Rated['rubric']['criteria'][number]): readonly number[] =>
  levels.map(({ points }) => points).sort((a, b) => b - a);

const take = ({ rubric }: Pick<Rated, 'rubric'>, fromTop: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    rubric.criteria.map((criterion) => {
      const points = pointsOf(criterion);
      return [criterion.id, points[fromTop] ?? points[0] ?? 0];
    }),
  );

/** The level below the highest for each criterion; the highest where the sum would not pass. */
export const passingLevels = (assessment: Rated): Readonly<Record<string, number>> => {
  const modest = take(assessment, 1);
  return judgeRated(assessment, modest).passed ? modest : take(assessment, 0);
};

/**
 * Levels that do not pass: one station alone is below its minimum, where there is one, and all others are at their best.
 * Without a minimum each criterion is at its lowest.
 */
export const failingLevels = (assessment: Rated): Readonly<Record<string, number>> => {
  const best = take(assessment, 0);
  const [first] = assessment.rubric.criteria;
  const lowest = first === undefined ? 0 : (pointsOf(first).at(-1) ?? 0);
  const oneLow = first === undefined ? best : { ...best, [first.id]: lowest };
  if (!judgeRated(assessment, oneLow).passed) return oneLow;
  return Object.fromEntries(
    assessment.rubric.criteria.map((criterion) => [criterion.id, pointsOf(criterion).at(-1) ?? 0]),
  );
};
