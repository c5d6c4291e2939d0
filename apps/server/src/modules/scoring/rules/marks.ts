import type { Criterion, Rated } from '@testamur/program';
import { Problem, type ProblemField } from '../../../kernel/index.ts';

/** An examiner's judgment of one criterion; `level` is the points of the level chosen. */
export interface Mark {
  readonly criterion: string;
  readonly level: number;
  readonly comment: string;
}

export const maxPoints = ({ levels }: Criterion): number => Math.max(...levels.map(({ points }) => points));

/** @throws Problem `scoring.no-such-level` where a mark names no criterion or level of the rubric, or one twice. */
export const requireLevels = ({ rubric }: Rated, marks: readonly Mark[]): void => {
  const fields: ProblemField[] = [];
  for (const [index, { criterion, level }] of marks.entries()) {
    const found = rubric.criteria.find(({ id }) => id === criterion);
    const path = `marks.${index}`;
    if (!found) fields.push({ path, message: `The rubric has no criterion "${criterion}".` });
    else if (!found.levels.some(({ points }) => points === level)) {
      fields.push({ path, message: `"${found.title}" has no level ${level}.` });
    } else if (marks.findIndex((mark) => mark.criterion === criterion) < index) {
      fields.push({ path, message: `"${found.title}" is marked twice.` });
    }
  }
  const [first] = fields;
  if (first) throw new Problem('invalid', 'scoring.no-such-level', first.message, fields);
};

/** Criteria without a mark, in the rubric's order. */
export const unmarkedCriteria = ({ rubric }: Rated, marks: readonly Mark[]): readonly Criterion[] =>
  rubric.criteria.filter(({ id }) => !marks.some(({ criterion }) => criterion === id));

/** @throws Problem `scoring.marks-missing` naming each criterion without a mark. */
export const requireMarks = (assessment: Rated, marks: readonly Mark[]): void => {
  const fields = unmarkedCriteria(assessment, marks).map(({ id, title }) => ({
    path: `marks.${id}`,
    message: `Choose a level for "${title}".`,
  }));
  if (fields.length === 0) return;
  const message = fields.map((field) => field.message).join(' ');
  throw new Problem('rule-broken', 'scoring.marks-missing', message, fields);
};
