import { keepPdf } from '../keepsakes.ts';
import type { Milestone } from './milestone.ts';

export const application: Milestone = {
  isReached: ({ status }) => status !== 'draft',
  celebrate: ({ journal, candidate, candidacyId, keepsakes }) =>
    journal.step('candidate', 'Download the application', async (note) => {
      const pdf = await candidate.api.candidacies.getApplicationPdf({ candidacyId });
      note(await keepPdf(keepsakes, 'application.pdf', pdf));
      journal.pass('Application submitted');
    }),
};
