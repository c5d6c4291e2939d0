import { defineEvent } from '../../platform/jobs/index.ts';

/** An examiner was asked to rate what a candidate handed in. */
export const examinerAssigned = defineEvent<{
  organizationId: string;
  assignmentId: string;
  candidacyId: string;
  assessmentId: string;
  attempt: number;
  examinerId: string;
}>('examiner.assigned');
