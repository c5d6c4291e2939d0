import type { CandidacyStatus, RequirementState } from '@testamur/program';
import type { Tone } from '../theme/tokens.ts';

/** Tone is whose move it is: of the staff here, so what a candidate waits for is theirs to do. */
export const candidacyTones: Readonly<Record<CandidacyStatus, Tone>> = {
  draft: 'off',
  'waiting-for-review': 'act',
  'under-review': 'act',
  'more-needed': 'wait',
  'payment-due': 'wait',
  authorized: 'wait',
  scheduled: 'wait',
  'waiting-for-results': 'act',
  'waiting-for-decision': 'act',
  certified: 'done',
  'not-accepted': 'bad',
  'not-passed': 'bad',
  withdrawn: 'off',
  closed: 'off',
};

export const requirementTones: Readonly<Record<RequirementState, Tone>> = {
  met: 'ink',
  'not-met': 'bad',
  unknown: 'off',
  'not-started': 'wait',
  'in-progress': 'wait',
  locked: 'off',
};
