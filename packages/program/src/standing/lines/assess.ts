import { isSession } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Exam } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { AssessmentFinding } from '../assessments/finding.ts';
import { isDone } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { AssessmentStanding, RequirementState, StandingLine } from '../types.ts';

const states = {
  locked: 'locked',
  open: 'not-started',
  'under-way': 'in-progress',
  'waiting-for-result': 'unknown',
  passed: 'met',
  failed: 'not-met',
} as const satisfies Record<AssessmentStanding['state'], RequirementState>;

function unlocksOf(
  { fees, history, window, waitsFor }: AssessmentFinding,
  { application, accommodation, assessments, at }: Situation,
  isOver: boolean,
): Text {
  if (isOver) return text('unlocks.nothing');
  if (application.phase !== 'accepted') return text('unlocks.application');
  if (waitsFor !== undefined) {
    const titles = assessments
      .filter((other) => waitsFor.includes(other.history.assessment.id))
      .map((other) => other.history.assessment.title)
      .join(', ');
    return text('unlocks.after', { titles });
  }
  if (window !== undefined && at < window.from) return text('unlocks.from', { from: window.from });
  if (history.authorization === undefined && !fees.every(isDone)) return text('unlocks.fee');
  return accommodation.pending === undefined ? text('unlocks.authorization') : text('unlocks.accommodation');
}

/** A scaled score is what people are told, where the program has one. */
function passedDetail({ kind, result }: AssessmentStanding): Text {
  if (kind === 'course') return text('assessment.course-passed');
  if (result?.scaledScore !== undefined) return text('assessment.passed-scaled', { scaledScore: result.scaledScore });
  return text('assessment.passed', { score: result?.score ?? 0, maxScore: result?.maxScore ?? 0 });
}

function failedDetail({ result, retakeFrom }: AssessmentStanding): Text {
  const { scaledScore } = result ?? {};
  if (scaledScore !== undefined) {
    return retakeFrom === undefined
      ? text('assessment.failed-scaled', { scaledScore })
      : text('assessment.failed-scaled-retake', { scaledScore, retakeFrom });
  }
  const scores = { score: result?.score ?? 0, maxScore: result?.maxScore ?? 0 };
  return retakeFrom === undefined
    ? text('assessment.failed', scores)
    : text('assessment.failed-retake', { ...scores, retakeFrom });
}

function waitingDetail({ history }: AssessmentFinding): Text {
  const since = history.since ?? '';
  return isSession(history.assessment) ? text('assessment.held', { since }) : text('assessment.waiting', { since });
}

function underWayDetail({ history }: AssessmentFinding): Text {
  const { assessment, modulesDone = [] } = history;
  if (assessment.kind !== 'course') return text('assessment.under-way');
  return text('assessment.modules', { done: modulesDone.length, all: assessment.modules.list.length });
}

function detailOf(found: AssessmentFinding, standing: AssessmentStanding, unlocks: Text): Text {
  const { window, state } = standing;
  switch (state) {
    case 'passed':
      return passedDetail(standing);
    case 'failed':
      return failedDetail(standing);
    case 'waiting-for-result':
      return waitingDetail(found);
    case 'under-way':
      return underWayDetail(found);
    case 'open':
      return window === undefined ? text('assessment.open') : text('assessment.open-until', { until: window.until });
    case 'locked':
      return unlocks;
  }
}

function examRule({ items, pass }: Exam): Text {
  if (pass.points !== undefined) return text('assessment.points-rule', { items, points: pass.points });
  if (pass.percent === undefined) return text('assessment.items-rule', { items });
  return text('assessment.exam-rule', { items, percent: pass.percent });
}

function ruleOf({ history }: AssessmentFinding): Text {
  const { assessment } = history;
  if (assessment.kind === 'exam') return examRule(assessment);
  if (assessment.kind === 'course') return text('assessment.course-rule', { modules: assessment.modules.list.length });
  const { points, minimumPerCriterion } = assessment.pass;
  return text('assessment.rubric-rule', { points, minimumPerCriterion });
}

/** The line of one assessment. */
export function assessLine(
  found: AssessmentFinding,
  standing: AssessmentStanding,
  situation: Situation,
  isOver: boolean,
): StandingLine {
  const { assessment, authorization, begun } = found.history;
  const unlocks = unlocksOf(found, situation, isOver);
  const detail = detailOf(found, standing, unlocks);
  const released = situation.ledger.facts.filter(
    (fact) => fact.kind === 'result-released' && fact.data.assessment === assessment.id,
  );
  const factIds = [authorization, begun, ...released].filter((fact) => fact !== undefined).map(({ id }) => id);
  return {
    id: assessment.id,
    kind: 'assessment',
    title: text('given', { words: assessment.title }),
    state: states[standing.state],
    detail,
    why: { rule: ruleOf(found), reason: detail, factIds },
    ...(standing.state === 'locked' ? { unlocks } : {}),
  };
}
