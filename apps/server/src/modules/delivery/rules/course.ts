import { type Course, type Fact, type Program, type Standing, say } from '@testamur/program';

export interface CourseQuestion {
  readonly program: Program;
  readonly course: Course;
  readonly standing: Standing;
}

export type Openness =
  | { readonly state: 'open' | 'completed'; readonly reason: '' }
  | { readonly state: 'locked'; readonly reason: string };

const listTitles = ({ assessments }: Program, ids: readonly string[]): string =>
  ids.map((id) => `"${assessments.find((assessment) => assessment.id === id)?.title ?? id}"`).join(' and ');

/** By the standing alone: a course is open while recording its modules is somebody's move. */
export const opennessOf = ({ program, course, standing }: CourseQuestion): Openness => {
  const found = standing.assessments.find(({ assessment }) => assessment === course.id);
  if (found?.state === 'passed' || found?.state === 'waiting-for-result') return { state: 'completed', reason: '' };
  const { next } = standing;
  if (next.some(({ kind, subject }) => kind === 'record-module' && subject === course.id)) {
    return { state: 'open', reason: '' };
  }
  const locked = (reason: string): Openness => ({ state: 'locked', reason });
  const before = found?.waitsFor ?? [];
  if (before.length > 0) return locked(`It opens once you have passed ${listTitles(program, before)}.`);
  const line = standing.steps.flatMap(({ lines }) => lines).find(({ id }) => id === course.id);
  if (line?.unlocks !== undefined) return locked(say(line.unlocks));
  const own = next.find(({ actor }) => actor === 'candidate');
  return locked(own === undefined ? say(standing.statusReason) : `It is not open yet. First: ${say(own.title)}.`);
};

/** When each module was completed, by the records of the attempt that is under way, next or decided. */
export const completionsOf = (course: Course, facts: readonly Fact[], attempt: number): ReadonlyMap<string, string> => {
  const completed = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind !== 'module-completed') continue;
    const { assessment, attempt: of, module } = fact.data;
    if (assessment === course.id && of === attempt && !completed.has(module)) completed.set(module, fact.at);
  }
  return completed;
};

/** Hours of these modules, as far as the program says. */
export const hoursOf = (modules: readonly Course['modules']['list'][number][]): number =>
  modules.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
