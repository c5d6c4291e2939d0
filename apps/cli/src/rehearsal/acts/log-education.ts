import type { RenewalRouteOf, RenewalStanding } from '@testamur/program';
import { say } from '@testamur/program';
import { dayOf } from '../days.ts';
import { pdfFile } from '../pdf.ts';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import { firstTime } from '../world.ts';
import type { Act } from './act.ts';

const mostHoursAtOnce = 200;
const toQuarters = (hours: number): number => Math.ceil(hours * 4) / 4;

export interface Logging {
  readonly category: string;
  readonly hours: number;
}

/**
 * What to log next: what a category with a minimum still needs, then as much as a category can bring. Half of it the
 * first time, so that hours are seen to add up.
 */
export const planEducation = (
  { categories }: Pick<RenewalRouteOf<'education'>, 'categories'>,
  { hoursMissing, categories: logged }: Pick<RenewalStanding, 'hoursMissing' | 'categories'>,
  isFirst: boolean,
): Logging | undefined => {
  const rooms = categories.map(({ id, minimum = 0, maximum = Number.POSITIVE_INFINITY }) => {
    const { hours = 0, counted = 0 } = logged.find((one) => one.id === id) ?? {};
    return { id, below: Math.max(0, minimum - counted), room: Math.max(0, maximum - hours) };
  });
  const part = isFirst ? 0.5 : 1;
  const due = rooms.find(({ below }) => below > 0);
  if (due) return { category: due.id, hours: Math.min(mostHoursAtOnce, toQuarters(due.below * part)) };
  const open = rooms.filter(({ room }) => room > 0).sort((a, b) => b.room - a.room)[0];
  if (!open || hoursMissing <= 0) return undefined;
  return { category: open.id, hours: Math.min(mostHoursAtOnce, open.room, toQuarters(hoursMissing * part)) };
};

export const logEducation: Act = async (world, action, standing) => {
  const { candidate, candidacyId, program, journal } = world;
  const renewal = present(standing.renewal, 'a renewal to log education for');
  const route = program.renewal.routes.find(({ id }) => id === renewal.route);
  if (route?.kind !== 'education') return false;
  const isFirst = firstTime(world, `education ${renewal.cycle}`);
  const { category, hours } = present(planEducation(route, renewal, isFirst), 'education that would still count');
  const unit = route.unit ?? 'hours';
  await journal.step('candidate', `${say(action.title)}: ${hours} ${unit}`, async (note) => {
    const name = route.categories.find(({ id }) => id === category)?.title ?? category;
    const title = `${name}, part ${renewal.entries.length + 1}`;
    const file = pdfFile(title, [title, `Attended by ${candidate.name}: ${hours} ${unit}. Made up for a rehearsal.`]);
    const { id: fileId } = await candidate.api.candidacies.uploadFile({ candidacyId, file });
    const logged = {
      candidacyId,
      title,
      provider: 'Northfield University',
      hours,
      completedOn: dayOf(standing.at),
      category,
      fileIds: [fileId],
    };
    const { counts } = await candidate.api.renewals.logEducation(logged);
    expectThat(counts, `the ${unit} to count`, 'they do not');
    const { standing: after } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    const missing = after.renewal?.hoursMissing ?? 0;
    expectThat(missing < renewal.hoursMissing, `fewer than ${renewal.hoursMissing} ${unit} to be missing`, missing);
    note(`${after.renewal?.hoursLogged} of ${renewal.hoursNeeded} logged, ${missing} missing.`);
    if (missing === 0 || renewal.state !== 'open') return;
    const early = candidate.api.renewals.submitRenewal({ candidacyId, signedName: candidate.name });
    note(`Renewing now is refused: ${await expectRefusal('renewals.short-of-hours', early)}`);
  });
  return true;
};
