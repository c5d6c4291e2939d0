import { randomUUID } from 'node:crypto';
import type { ExperienceEntry, RequirementOf } from '@testamur/program';
import { daysBefore } from './days.ts';

type Rule = RequirementOf<'experience'>;
type Part = NonNullable<Rule['ofWhich']>[number];

/** Beyond what is needed, so that a leap year or a time zone does not decide. */
const spareDays = 10;

/** Days of full-time work that an amount asks for. */
export const daysFor = ({ fullTimeYears, hours = 0 }: Pick<Part, 'fullTimeYears' | 'hours'>, rule: Rule): number =>
  (fullTimeYears ?? hours / (rule.hoursPerYear ?? 1)) * 365;

interface Job {
  readonly employer: string;
  readonly position: string;
  readonly days: number;
  readonly percent: number;
  readonly setting: string;
  readonly role?: string;
}

const settingFor = (rule: Rule, part?: Part): string =>
  rule.settings.find((setting) => part?.settings?.includes(setting) ?? true) ?? 'other';

/** One full-time job a narrower rule; left out for whom falls short of all of them. */
const narrowJobs = (rule: Rule, isShort: boolean): readonly Job[] =>
  (rule.ofWhich ?? []).map((part, index) => ({
    employer: `Westfield Institution ${index + 1}`,
    position: part.title,
    days: Math.ceil(daysFor(part, rule) + spareDays) / (isShort ? 2 : 1),
    percent: 100,
    setting: settingFor(rule, part),
    ...(part.roles?.[0] === undefined ? {} : { role: part.roles[0] }),
  }));

/**
 * Jobs that add up to what is asked for, and to less or more if they are counted wrongly: those that narrower rules ask
 * for, then 70 percent of the whole at full time, and the rest at half time.
 */
const jobsFor = (rule: Rule, isShort: boolean): readonly Job[] => {
  const needed = daysFor(rule, rule);
  const narrow = narrowJobs(rule, isShort);
  const covered = narrow.reduce((sum, { days }) => sum + days, 0);
  const fullDays = Math.max(3, Math.round(needed * 0.7 - covered));
  const halfDays = Math.max(2, Math.ceil((needed - covered - fullDays + spareDays) * 2));
  const setting = settingFor(rule);
  // Nothing here may be in a role that a narrower rule asks for.
  const role = rule.ofWhich === undefined ? {} : { role: 'other' };
  return [
    ...narrow.map((job) => ({ ...job, days: Math.floor(job.days) })),
    { employer: 'Northfield Institution', position: 'Staff member', days: fullDays, percent: 100, setting, ...role },
    {
      employer: 'Southfield Institution',
      position: 'Staff member, part-time',
      days: halfDays,
      percent: 50,
      setting,
      ...role,
    },
  ];
};

/** Without what is undefined, as it is sent. */
export type Experience = Omit<ExperienceEntry, 'to' | 'fileIds'> & { readonly to: string; readonly fileIds: string[] };

/**
 * One job after the other up to a week before `today`, and last one that runs beside the first and adds not a day.
 *
 * @param isShort half of what the narrower rules ask for; the whole suffices all the same.
 */
export const experienceFor = (
  rule: Rule,
  today: string,
  fileIds: readonly string[],
  isShort = false,
): readonly Experience[] => {
  const entries: Experience[] = [];
  let to = daysBefore(today, 7);
  for (const { days, percent: fullTimePercent, ...job } of jobsFor(rule, isShort).toReversed()) {
    const from = daysBefore(to, days - 1);
    entries.unshift({ id: randomUUID(), ...job, from, to, fullTimePercent, fileIds: [...fileIds] });
    to = daysBefore(from, 1);
  }
  const [first] = entries;
  if (first === undefined) return entries;
  const beside = {
    ...first,
    id: randomUUID(),
    employer: 'Eastfield Institution',
    position: 'Second job, beside the first',
    setting: rule.settings[1] ?? first.setting,
    fullTimePercent: 40,
    fileIds: [...fileIds],
  };
  return [...entries, beside];
};

const daysOf = ({ from, to }: Pick<Experience, 'from' | 'to'>): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** What the jobs add up to by their own days: the last one runs beside another and counts nothing. */
export const daysIn = (entries: readonly Pick<Experience, 'from' | 'to' | 'fullTimePercent'>[]): number =>
  entries.slice(0, -1).reduce((sum, job) => sum + (daysOf(job) * job.fullTimePercent) / 100, 0);
