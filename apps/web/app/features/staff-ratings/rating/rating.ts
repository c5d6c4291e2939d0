import type { Api } from '../../../api.ts';
import { fieldOf } from '../../../staff/field-of.ts';

export type Rating = Awaited<ReturnType<Api['scoring']['getRating']>>;
export type Mark = Rating['marks'][number];
type Criterion = Pick<Rating['rubric'][number], 'criterion'>;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The marks of a form: criteria without a level are left out. */
export const marksOf = (form: FormData, rubric: readonly Criterion[]): Mark[] =>
  rubric.flatMap(({ criterion }) => {
    const chosen = textOf(form, fieldOf('level', criterion));
    if (!/^\d{1,2}$/.test(chosen)) return [];
    return [{ criterion, level: Number(chosen), comment: textOf(form, fieldOf('comment', criterion)).slice(0, 2000) }];
  });

/** What a form carries of its rubric, so that the action knows its criteria without asking again. */
export const criteriaOf = (form: FormData): Criterion[] =>
  form.getAll('criterion').map((criterion) => ({ criterion: String(criterion) }));

/** The API names a mark by its place or its criterion; the form by the criterion. */
export const markFieldOf = (marks: readonly Pick<Mark, 'criterion'>[]) => (path: string) => {
  const [, which = '', field] = /^marks\.([^.]+)(?:\.(\w+))?$/.exec(path) ?? [];
  const criterion = /^\d+$/.test(which) ? (marks[Number(which)]?.criterion ?? '') : which;
  return criterion === '' ? '' : fieldOf(field === 'comment' ? 'comment' : 'level', criterion);
};

export const scoreOf = (marks: readonly Mark[]): number => marks.reduce((sum, { level }) => sum + level, 0);
