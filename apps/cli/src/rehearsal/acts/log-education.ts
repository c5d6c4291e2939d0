import { say } from '@testamur/program';
import { pdfFile } from '../pdf.ts';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import { firstTime } from '../world.ts';
import type { Act } from './act.ts';

const mostHoursAtOnce = 200;
const toQuarters = (hours: number): number => Math.ceil(hours * 4) / 4;

/** Half of what is missing at first, then the rest: hours add up, and too few of them renew nothing. */
export const logEducation: Act = async (world, action, standing) => {
  const { candidate, candidacyId, program, journal } = world;
  const renewal = present(standing.renewal, 'a renewal to log education for');
  const missing = renewal.hoursNeeded - renewal.hoursLogged;
  const isFirst = firstTime(world, `education ${renewal.cycle}`);
  const hours = Math.min(mostHoursAtOnce, toQuarters(isFirst ? missing / 2 : missing));
  const category = program.renewal.categories[renewal.entries.length % program.renewal.categories.length];
  await journal.step('candidate', `${say(action.title)}: ${hours} hours`, async (note) => {
    const title = `${category?.title ?? 'Course'}, part ${renewal.entries.length + 1}`;
    const file = pdfFile(title, [title, `Attended by ${candidate.name}: ${hours} hours. Made up for a rehearsal.`]);
    const { id: fileId } = await candidate.api.candidacies.uploadFile({ candidacyId, file });
    const { counts } = await candidate.api.renewals.logEducation({
      candidacyId,
      title,
      provider: 'Northfield University',
      hours,
      completedOn: standing.at.slice(0, 10),
      fileIds: [fileId],
    });
    expectThat(counts, 'the hours to count', 'they do not');
    note(`${renewal.hoursLogged + hours} of ${renewal.hoursNeeded} logged.`);
    if (hours >= missing || renewal.state !== 'open') return;
    const early = candidate.api.renewals.submitRenewal({ candidacyId, signedName: candidate.name });
    note(`Renewing now is refused: ${await expectRefusal('renewals.short-of-hours', early)}`);
  });
  return true;
};
