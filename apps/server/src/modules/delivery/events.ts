import { defineEvent } from '../../platform/jobs/index.ts';

/** An attempt was sealed, by its candidate or by the clock: nothing in it can change any more. */
export const attemptSealed = defineEvent<{
  organizationId: string;
  attemptId: string;
  candidacyId: string;
  assessmentId: string;
  attempt: number;
}>('attempt.sealed');
