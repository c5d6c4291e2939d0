import { defineEvent } from '../../platform/jobs/index.ts';

/** A form was published: exams that waited for one may go on. */
export const formPublished = defineEvent<{
  organizationId: string;
  programId: string;
  assessmentId: string;
}>('form.published');
