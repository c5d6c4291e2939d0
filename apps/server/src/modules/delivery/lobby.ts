import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { durationText } from '../scheduling/index.ts';
import { examState } from './begin.ts';
import { examOf } from './candidacy.ts';
import { examRules } from './rules/exam-rules.ts';

/** What a candidate is told before the exam. */
export const getLobby = async (scope: Scope, candidacyId: string, assessmentId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const exam = examOf(candidacy, assessmentId);
  const { authorization, row, readiness } = await examState(scope, candidacy, assessmentId);
  const { timeMultiplier } = candidacy.standing;
  const minutes = (authorization?.minutes ?? exam.timeLimitMinutes) * timeMultiplier;
  return {
    title: exam.title,
    items: exam.items,
    minutes,
    timeMultiplier,
    ready: readiness.ready,
    reason: readiness.ready ? '' : readiness.reason,
    ...(authorization === undefined
      ? {}
      : { window: { from: authorization.from.toISOString(), until: authorization.until.toISOString() } }),
    ...(row?.status === 'working' ? { attemptId: row.id } : {}),
    rules: [...examRules(exam.items, durationText(minutes))],
  };
};
