import type { ApplicationFinding } from '../application.ts';
import { isDone } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { AssessmentStanding } from '../types.ts';
import { needsAuthorization } from './attempts.ts';
import type { AssessmentFinding } from './finding.ts';

function stateOf(
  found: AssessmentFinding,
  { at, application }: Situation,
  isOver: boolean,
): AssessmentStanding['state'] {
  const { history, window, lost } = found;
  switch (history.phase) {
    case 'passed':
      return 'passed';
    case 'used-up':
      return 'failed';
    case 'waiting':
      return 'waiting-for-result';
    case 'under-way':
      return 'under-way';
    case 'next':
      break;
  }
  const isReady = isAccepted(application) && !isOver && lost === undefined && window !== undefined;
  const isBookedOrPaid =
    history.authorization !== undefined || (!needsAuthorization(history.assessment) && found.fees.every(isDone));
  if (isReady && isBookedOrPaid && at >= window.from) return 'open';
  return history.attempt > 1 && history.authorization === undefined ? 'failed' : 'locked';
}

function isAccepted({ phase }: ApplicationFinding): boolean {
  return phase === 'accepted';
}

/**
 * What delivery and people need to know of one assessment.
 *
 * @param isOver the candidacy has ended: nothing is open any more, what happened stays.
 */
export function assessmentStanding(
  found: AssessmentFinding,
  situation: Situation,
  isOver: boolean,
): AssessmentStanding {
  const { assessment, attempt, begun, modulesDone, result, phase, retakeFrom } = found.history;
  const { from, until } = found.window ?? {};
  const retake = phase === 'next' && found.lost === undefined && !isOver ? retakeFrom : undefined;
  return {
    assessment: assessment.id,
    kind: assessment.kind,
    state: stateOf(found, situation, isOver),
    attempt,
    ...(begun === undefined ? {} : { attemptId: begun.data.attemptId }),
    ...(from === undefined || until === undefined ? {} : { window: { from, until } }),
    ...(result === undefined
      ? {}
      : {
          result: {
            attempt: result.data.attempt,
            passed: result.data.passed,
            score: result.data.score,
            maxScore: result.data.maxScore,
            ...(result.data.scaledScore === undefined ? {} : { scaledScore: result.data.scaledScore }),
            byTopic: result.data.byTopic,
            releasedAt: result.at,
          },
        }),
    ...(modulesDone === undefined ? {} : { modulesDone }),
    ...(found.waitsFor === undefined || isOver ? {} : { waitsFor: found.waitsFor }),
    ...(retake === undefined ? {} : { retakeFrom: retake }),
  };
}
