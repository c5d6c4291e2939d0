import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../../candidacies/index.ts';
import { attemptOf, courseOf } from '../candidacy.ts';
import { completionsOf, hoursOf, opennessOf } from '../rules/course.ts';

const viewOf = (candidacy: Candidacy, assessmentId: string) => {
  const course = courseOf(candidacy, assessmentId);
  const attempt = attemptOf(candidacy, assessmentId);
  const completions = completionsOf(course, candidacy.facts, attempt);
  const { list } = course.modules;
  const done = list.filter(({ id }) => completions.has(id));
  return {
    title: course.title,
    attempt,
    ...opennessOf({ ...candidacy, course }),
    modules: list.map(({ id, title, description, hours }) => {
      const completedAt = completions.get(id);
      return {
        ...{ module: id, title, description },
        ...(hours === undefined ? {} : { hours }),
        ...(completedAt === undefined ? {} : { completedAt }),
      };
    }),
    completed: done.length,
    hours: hoursOf(list),
    hoursCompleted: hoursOf(done),
  };
};

/** The course of the attempt that is under way or next. */
export const getCourse = async (scope: Scope, candidacyId: string, assessmentId: string) =>
  viewOf(await loadCandidacy(scope, candidacyId), assessmentId);

export interface ModuleRecord {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly module: string;
  readonly byPersonId: string;
  /** Whether somebody records it as an examiner; else as other staff. */
  readonly isExaminer: boolean;
}

/** Records that a module was completed. The result of a finished course follows by itself. */
export const recordModule = async (
  scope: Scope,
  { candidacyId, assessmentId, module, byPersonId, isExaminer }: ModuleRecord,
) => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const course = courseOf(candidacy, assessmentId);
  if (candidacy.personId === byPersonId) {
    const message = 'This is your own candidacy: somebody else has to record what you have completed.';
    throw new Problem('rule-broken', 'delivery.own-course', message);
  }
  if (!course.modules.list.some(({ id }) => id === module)) {
    const known = course.modules.list.map(({ id }) => id).join(', ');
    const message = `The course has no module "${module}". Its modules are: ${known}.`;
    throw new Problem('not-found', 'delivery.no-such-module', message);
  }
  const attempt = attemptOf(candidacy, assessmentId);
  const recordedAlready = () =>
    new Problem('conflict', 'delivery.module-recorded', 'This module was recorded already. Nothing was changed.');
  if (completionsOf(course, candidacy.facts, attempt).has(module)) throw recordedAlready();
  const openness = opennessOf({ ...candidacy, course });
  if (openness.state !== 'open') {
    const message = `Nothing can be recorded: the course is ${openness.state}. ${openness.reason}`.trim();
    throw new Problem('rule-broken', 'delivery.course-closed', message);
  }
  const { recorded } = await recordFacts(scope, candidacyId, [
    {
      kind: 'module-completed',
      data: { assessment: assessmentId, attempt, module },
      by: { kind: isExaminer ? 'examiner' : 'staff', id: byPersonId },
      once: `module-completed:${assessmentId}:${attempt}:${module}`,
    },
  ]);
  if (recorded[0] !== true) throw recordedAlready();
  return viewOf(await loadCandidacy(scope, candidacyId), assessmentId);
};
