import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';
import { listApplicationActions, listSideActions } from './application.ts';
import { listAssessmentActions } from './assessments.ts';
import { listCredentialActions, listDecisionActions } from './credential.ts';
import { listFeeActions } from './fees.ts';

/** Everything that somebody can do now to move the candidacy on, in the order of its steps. */
export function listNextActions(situation: Situation): readonly NextAction[] {
  if (situation.credential !== undefined) {
    return [...listSideActions(situation), ...listFeeActions(situation), ...listCredentialActions(situation)];
  }
  return [
    ...listApplicationActions(situation),
    ...listSideActions(situation),
    ...listFeeActions(situation),
    ...listAssessmentActions(situation),
    ...listDecisionActions(situation),
  ];
}
