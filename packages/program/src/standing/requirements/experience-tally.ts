import { toCalendarDate, toDayNumber } from '../../calendar/date.ts';
import { addPeriod, dateOf } from '../../calendar/instant.ts';
import type { CalendarDate, ExperienceEntry } from '../../facts.ts';
import type { RequirementOf } from '../../schema/program.ts';
import { countExperience, type ExperienceCount, percentDaysPerYear, reachedOn } from './experience.ts';

/** What an amount of work is counted in: years of full time, or hours. */
export type ExperienceUnit = 'years' | 'hours';

export interface ExperienceAmount {
  readonly unit: ExperienceUnit;
  /** Rounded down, years to one digit and hours to whole ones, so that 1.96 years do not read as 2. */
  readonly counted: number;
  readonly needed: number;
  readonly suffices: boolean;
}

/** Work added up by the rule of a requirement: what a form shows beside the entries. */
export interface ExperienceTally extends ExperienceAmount {
  /** The narrower rules, in the order of the program; each counts toward the whole as well. */
  readonly ofWhich: readonly (ExperienceAmount & { readonly id: string; readonly title: string })[];
  /** The whole and every narrower rule. */
  readonly isEnough: boolean;
  /** When all of it is enough if the work that goes on goes on. */
  readonly reachedOn?: CalendarDate;
  readonly impossibleIds: readonly string[];
}

type Rule = RequirementOf<'experience'>;
type Part = NonNullable<Rule['ofWhich']>[number];
type Amount = Pick<Part, 'fullTimeYears' | 'hours'>;

function neededPercentDays({ fullTimeYears, hours }: Amount, { hoursPerYear }: Rule): number {
  if (fullTimeYears !== undefined) return fullTimeYears * percentDaysPerYear;
  return hours === undefined ? 0 : (hours / (hoursPerYear ?? 1)) * percentDaysPerYear;
}

function amountOf(count: ExperienceCount, amount: Amount, rule: Rule): ExperienceAmount {
  const years = count.percentDays / percentDaysPerYear;
  const suffices = count.percentDays >= neededPercentDays(amount, rule) - 1e-6;
  if (amount.fullTimeYears !== undefined || amount.hours === undefined) {
    const needed = amount.fullTimeYears ?? 0;
    return { unit: 'years', counted: Math.floor(years * 10 + 1e-9) / 10, needed, suffices };
  }
  const counted = Math.floor(years * (rule.hoursPerYear ?? 1) + 1e-6);
  return { unit: 'hours', counted, needed: amount.hours, suffices };
}

/** The first day that counts: a period that ends with the last day that counts, both days included. */
function windowStart({ within }: Rule, until: CalendarDate): { since?: CalendarDate } {
  if (within === undefined) return {};
  const before = dateOf(addPeriod(`${until}T00:00:00.000Z`, within, -1));
  return { since: toCalendarDate(toDayNumber(before) + 1) };
}

/** How the whole (`undefined`) or one narrower rule is counted up to a day. */
function counter(rule: Rule, entries: readonly ExperienceEntry[], part: Part | undefined) {
  const { settings, roles, minimumPercent } = part ?? {};
  return (until: CalendarDate): ExperienceCount =>
    countExperience(entries, rule.settings, until, {
      ...windowStart(rule, until),
      ...{ settings, roles, minimumPercent },
    });
}

/** Beyond it no day is foretold: work that drops out about as fast as new work is added. */
const maxSteps = 500;

/**
 * The first day on which one amount is reached. Within a period, earlier work drops out while the work that goes on is
 * added; what is not reached when only that work is left is never reached.
 */
function reach(rule: Rule, count: (until: CalendarDate) => ExperienceCount, needed: number, from: CalendarDate) {
  const limit =
    rule.within === undefined ? undefined : toDayNumber(dateOf(addPeriod(`${from}T00:00:00.000Z`, rule.within)));
  let day = from;
  for (let step = 0; step < maxSteps; step++) {
    const found = count(day);
    if (found.percentDays >= needed - 1e-6) return day;
    const next = reachedOn(found, needed, day);
    if (next === undefined || next <= day) return undefined;
    if (limit !== undefined && toDayNumber(next) > limit + 1) return undefined;
    day = next;
  }
  return undefined;
}

/**
 * Adds up work by the rule of a requirement of experience.
 *
 * @param until the last day that counts.
 */
export function tallyExperience(rule: Rule, entries: readonly ExperienceEntry[], until: CalendarDate): ExperienceTally {
  const parts = rule.ofWhich ?? [];
  const countWhole = counter(rule, entries, undefined);
  const whole = countWhole(until);
  const total = amountOf(whole, rule, rule);
  const counters = parts.map((part) => ({ part, count: counter(rule, entries, part) }));
  const ofWhich = counters.map(({ part, count }) => ({
    id: part.id,
    title: part.title,
    ...amountOf(count(until), part, rule),
  }));
  const isEnough = total.suffices && ofWhich.every(({ suffices }) => suffices);
  const { impossibleIds } = whole;
  const tally = { ...total, ofWhich, isEnough, impossibleIds };
  if (isEnough) return tally;

  const amounts = [
    { amount: rule as Amount, count: countWhole },
    ...counters.map(({ part, count }) => ({ amount: part, count })),
  ];
  const days = amounts.map(({ amount, count }) => reach(rule, count, neededPercentDays(amount, rule), until));
  const known = days.filter((day) => day !== undefined);
  const last = known.sort().at(-1);
  const isReached =
    last !== undefined &&
    known.length === days.length &&
    amounts.every(({ amount, count }) => count(last).percentDays >= neededPercentDays(amount, rule) - 1e-6);
  return isReached ? { ...tally, reachedOn: last } : tally;
}
