import { type Assessment, judgeCourse } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy } from '../candidacies/index.ts';
import { release } from './release.ts';
import { type AttemptKey, assessmentOf, insertResult, listResultRows, type NewResult } from './store.ts';

/** Whether nobody has to release its results: the program says so, and what a course shows is known to all. */
const isReleasedAtOnce = (assessment: Assessment): boolean =>
  assessment.kind === 'course' || assessment.results === 'at-once';

/**
 * Writes the result of an attempt, of a candidacy that this transaction has locked, and releases it where nobody has to.
 *
 * @returns whether this call wrote it: an attempt has one result, whoever comes first.
 */
export const makeResult = async (scope: Scope, assessment: Assessment, result: NewResult): Promise<boolean> => {
  if (!(await insertResult(scope, result))) return false;
  if (isReleasedAtOnce(assessment)) await releaseBySystem(scope, result.key);
  return true;
};

const releaseBySystem = async (scope: Scope, { candidacyId, assessmentId, attempt }: AttemptKey): Promise<void> => {
  const results = await listResultRows(scope, { candidacyId });
  const result = results.find((one) => one.assessmentId === assessmentId && one.attempt === attempt);
  if (!result || !(await release(scope, result, { kind: 'system' }))) return;
  await recordAudit(scope, {
    action: 'scoring.releaseAtOnce',
    subject: `result:${result.id}`,
    detail: { candidacyId, assessmentId, attempt },
  });
};

const dueIn = ({ standing }: Candidacy): readonly string[] =>
  standing.next.flatMap(({ kind, actor, subject }) =>
    kind === 'release-result' && actor === 'system' && subject !== undefined ? [subject] : [],
  );

/** Makes the results of courses whose last module is completed, and releases what the system has to release. */
export const releaseDue = async (scope: Scope, candidacyId: string): Promise<void> => {
  // Most changes of a candidacy concern no result: they cost no lock.
  if (dueIn(await loadCandidacy(scope, candidacyId)).length === 0) return;
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  for (const assessmentId of dueIn(candidacy)) {
    const found = candidacy.standing.assessments.find(({ assessment }) => assessment === assessmentId);
    if (!found) continue;
    const key = { candidacyId, assessmentId, attempt: found.attempt };
    if (found.kind !== 'course') {
      await releaseBySystem(scope, key);
      continue;
    }
    const course = assessmentOf(candidacy.program, assessmentId, 'course');
    const outcome = judgeCourse(course, found.modulesDone ?? []);
    const score = { ...outcome, passMark: outcome.maxScore };
    if (!(await makeResult(scope, course, { key, sourceId: null, score, comments: [] }))) {
      await releaseBySystem(scope, key);
    }
  }
};
