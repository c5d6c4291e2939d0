import { text } from '../../messages/compose.ts';
import type { Situation } from '../situation.ts';
import type { AssessmentStanding, Step } from '../types.ts';
import { applyLines } from './apply.ts';
import { assessLine } from './assess.ts';
import { decisionLine } from './certify.ts';
import { payLines, renewalFeeLines } from './fees.ts';
import { categoryLines, recertificationLine, renewalLine } from './keep.ts';

/** Apply, pay where there is a fee, one step an assessment, the decision, and keeping it once there is something to keep. */
export function listSteps(
  situation: Situation,
  standings: readonly AssessmentStanding[],
  isOver: boolean,
): readonly Step[] {
  const steps: Omit<Step, 'number'>[] = [{ id: 'apply', title: text('step.apply'), lines: applyLines(situation) }];
  const fees = payLines(situation);
  if (fees.length > 0) steps.push({ id: 'pay', title: text('step.pay'), lines: fees });
  for (const [index, found] of situation.assessments.entries()) {
    const standing = standings[index];
    if (standing === undefined) continue;
    const title = text('given', { words: found.history.assessment.title });
    steps.push({ id: 'assess', title, lines: [assessLine(found, standing, situation, isOver)] });
  }
  steps.push({ id: 'decision', title: text('step.decision'), lines: [decisionLine(situation, isOver)] });
  if (situation.credential !== undefined) {
    steps.push({
      id: 'keep',
      title: text('step.keep'),
      lines: [
        ...renewalLine(situation),
        ...categoryLines(situation),
        ...recertificationLine(situation, standings, isOver),
        ...renewalFeeLines(situation),
      ],
    });
  }
  return steps.map((step, index) => ({ ...step, number: index + 1 }));
}
