import type { NextActionKind } from '@testamur/program';
import { type Act, waitForRecord, waitForSystem } from './act.ts';
import { approveRenewal } from './approve-renewal.ts';
import { assignExaminer } from './assign-examiner.ts';
import { chooseRegion } from './choose-region.ts';
import { chooseRenewalRoute } from './choose-renewal-route.ts';
import { completeRequirement } from './complete-requirement.ts';
import { decideAccommodation } from './decide-accommodation.ts';
import { giveStatement } from './give-statement.ts';
import { logEducation } from './log-education.ts';
import { payFee } from './pay-fee.ts';
import { recordDecision } from './record-decision.ts';
import { attendSession, recordSession } from './record-session.ts';
import { releaseResult } from './release-result.ts';
import { requestStatement } from './request-statement.ts';
import { reviewEducation } from './review-education.ts';
import { reviewMembership } from './review-membership.ts';
import { reviewRequirement } from './review-requirement.ts';
import { submitApplication } from './submit-application.ts';
import { submitPortfolio } from './submit-portfolio.ts';
import { submitRenewal } from './submit-renewal.ts';
import { recordModule } from './take-course.ts';
import { takeExam } from './take-exam.ts';

/** What to do for each kind of action that a standing can name. */
export const acts: Readonly<Record<NextActionKind, Act>> = {
  'choose-region': chooseRegion,
  'complete-requirement': completeRequirement,
  'request-statement': requestStatement,
  'give-statement': giveStatement,
  'submit-application': submitApplication,
  'review-requirement': reviewRequirement,
  'review-membership': reviewMembership,
  'decide-accommodation': decideAccommodation,
  'issue-invoice': waitForSystem,
  'pay-fee': payFee,
  'authorize-test': waitForSystem,
  'take-exam': takeExam,
  'continue-exam': takeExam,
  'submit-portfolio': submitPortfolio,
  'attend-session': attendSession,
  'record-session': recordSession,
  'take-course': waitForRecord,
  'record-module': recordModule,
  'assign-examiner': assignExaminer,
  'release-result': releaseResult,
  'record-decision': recordDecision,
  'issue-credential': waitForSystem,
  'choose-renewal-route': chooseRenewalRoute,
  'log-education': logEducation,
  'review-education': reviewEducation,
  'submit-renewal': submitRenewal,
  'approve-renewal': approveRenewal,
  // Nobody is suspended in a rehearsal: one that is does not get on, and fails.
  'resolve-suspension': waitForSystem,
};
