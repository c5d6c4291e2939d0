import { text } from '../../messages/compose.ts';
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
  { fees, history, window }: AssessmentFinding,
  { application, accommodation, at }: Situation,
  isOver: boolean,
): Text {
  if (isOver) return text('unlocks.nothing');
  if (application.phase !== 'accepted') return text('unlocks.application');
  if (window !== undefined && at < window.from) return text('unlocks.from', { from: window.from });
  if (history.authorization === undefined && !fees.every(isDone)) return text('unlocks.fee');
  return accommodation.pending === undefined ? text('unlocks.authorization') : text('unlocks.accommodation');
}

function detailOf(found: AssessmentFinding, standing: AssessmentStanding, unlocks: Text): Text {
  const { result, window, retakeFrom, state } = standing;
  switch (state) {
    case 'passed':
      return text('assessment.passed', { score: result?.score ?? 0, maxScore: result?.maxScore ?? 0 });
    case 'failed': {
      const scores = { score: result?.score ?? 0, maxScore: result?.maxScore ?? 0 };
      return retakeFrom === undefined
        ? text('assessment.failed', scores)
        : text('assessment.failed-retake', { ...scores, retakeFrom });
    }
    case 'waiting-for-result':
      return text('assessment.waiting', { since: found.history.since ?? '' });
    case 'under-way':
      return text('assessment.under-way');
    case 'open':
      return window === undefined ? text('assessment.open') : text('assessment.open-until', { until: window.until });
    case 'locked':
      return unlocks;
  }
}

function ruleOf({ history }: AssessmentFinding): Text {
  const { assessment } = history;
  if (assessment.kind === 'exam') {
    return text('assessment.exam-rule', { items: assessment.items, percent: assessment.pass.percent });
  }
  const { points, minimumPerCriterion } = assessment.pass;
  return text('assessment.portfolio-rule', { points, minimumPerCriterion });
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
