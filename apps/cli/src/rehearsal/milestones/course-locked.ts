import { expectThat } from '../unmet.ts';
import type { Milestone } from './milestone.ts';

/** From the beginning: a course is closed to whom the program does not let in yet, and says what comes first. */
export const courseLocked: Milestone = {
  isReached: ({ status, assessments }) => status === 'draft' && assessments.some(({ kind }) => kind === 'course'),
  celebrate: async ({ journal, candidate, candidacyId, findings, program }, { assessments }) => {
    for (const { assessment } of assessments.filter(({ kind }) => kind === 'course')) {
      await journal.step('candidate', 'Look into the course', async (note) => {
        const { state, reason, modules } = await candidate.api.delivery.getCourse({
          candidacyId,
          assessmentId: assessment,
        });
        expectThat(state === 'locked', `the course of ${program.abbreviation} to be closed`, state);
        expectThat(reason !== '', 'a reason why', 'none');
        findings.add({ kind: 'locked-course', assessment, reason });
        note(`${modules.length} modules, closed: ${reason}`);
      });
    }
  },
};
