import { approximateDays } from '../../calendar/period.ts';
import type { Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

function checkShorter(inner: string, outer: string, path: Path, of: string, report: Report): void {
  if (approximateDays(inner) < approximateDays(outer)) return;
  report(path, `${inner} is as long as ${of} (${outer}) or longer; it has to be shorter.`);
}

/** What comes again and again: plans reckon with each time over 50 years. */
const shortest = 'P4W';

function checkRecurring(program: Program, report: Report): void {
  const { credential, renewal, fees } = program;
  const recurring: readonly (readonly [string, Path])[] = [
    [credential.validity, ['credential', 'validity']],
    [renewal.cycle, ['renewal', 'cycle']],
    ...fees.flatMap((fee, index) =>
      fee.kind === 'maintenance' ? [[fee.every, ['fees', index, 'every']] as const] : [],
    ),
  ];
  for (const [period, path] of recurring) {
    if (approximateDays(period) >= approximateDays(shortest)) continue;
    report(path, `${period} is too short for what comes again; the shortest is ${shortest}.`);
  }
}

export function checkPeriods(program: Program, report: Report): void {
  checkRecurring(program, report);
  const { credential, renewal, accommodations } = program;
  const terms = [
    [credential.validity, 'the first certification'],
    [renewal.cycle, 'a cycle'],
  ] as const;
  for (const [term, of] of terms) {
    checkShorter(renewal.opensBefore, term, ['renewal', 'opensBefore'], of, report);
    for (const [index, reminder] of renewal.reminders.entries()) {
      checkShorter(reminder, term, ['renewal', 'reminders', index], of, report);
    }
  }
  for (const [index, reminder] of renewal.reminders.entries()) {
    const before = renewal.reminders[index - 1];
    if (before === undefined || approximateDays(reminder) < approximateDays(before)) continue;
    report(
      ['renewal', 'reminders', index],
      `The reminder ${reminder} follows ${before}; they come closer to the expiry date.`,
    );
  }
  for (const [index, factor] of accommodations.timeMultipliers.entries()) {
    const before = accommodations.timeMultipliers[index - 1];
    if (before === undefined || factor > before) continue;
    report(['accommodations', 'timeMultipliers', index], `${factor} follows ${before}; they rise.`);
  }
}
