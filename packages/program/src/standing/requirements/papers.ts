import { isCalendarDate } from '../../calendar/date.ts';
import { addPeriod, dateOf } from '../../calendar/instant.ts';
import type { CalendarDate, CourseEntry, DocumentEntry } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { RequirementOf } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { type ClaimOf, enough, short, type Worth } from './worth.ts';

/** The oldest day that is still fresh, or undefined where age does not matter. */
export function freshSince(freshFor: string | undefined, until: CalendarDate): CalendarDate | undefined {
  return freshFor === undefined ? undefined : dateOf(addPeriod(`${until}T00:00:00.000Z`, freshFor, -1));
}

function sortOut<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  dayOf: (entry: Entry) => CalendarDate,
  since: CalendarDate | undefined,
  until: CalendarDate,
) {
  const isPossible = (entry: Entry): boolean => isCalendarDate(dayOf(entry)) && dayOf(entry) <= until;
  const possible = entries.filter(isPossible);
  return {
    impossibleIds: entries.filter((entry) => !isPossible(entry)).map(({ id }) => id),
    possible,
    fresh: possible.filter((entry) => since === undefined || dayOf(entry) >= since),
  };
}

/** Courses completed elsewhere: their hours add up. */
export function assessCourses(rule: RequirementOf<'course'>, claim: ClaimOf<'course'>, until: CalendarDate): Worth {
  const since = freshSince(rule.freshFor, until);
  const isCountable = ({ hours }: CourseEntry): boolean => hours > 0 && hours <= 10_000;
  const { possible, fresh, impossibleIds } = sortOut(
    claim.entries.filter(isCountable),
    ({ completedOn }) => completedOn,
    since,
    until,
  );
  const impossible = [...impossibleIds, ...claim.entries.filter((entry) => !isCountable(entry)).map(({ id }) => id)];
  const needed = rule.hours;
  const hours = Math.round(fresh.reduce((sum, entry) => sum + entry.hours, 0) * 100) / 100;
  if (needed !== undefined) {
    return hours >= needed
      ? enough(text('course.hours', { hours }), text('course.enough-hours', { hours, needed }), impossible)
      : short(text('course.of-hours', { hours, needed }), text('course.short-hours', { hours, needed }), impossible);
  }
  const last = fresh.toSorted((a, b) => (a.completedOn < b.completedOn ? -1 : 1)).at(-1);
  if (last !== undefined) {
    const { title, completedOn } = last;
    return enough(text('given', { words: title }), text('course.enough', { title, completedOn }), impossible);
  }
  return since !== undefined && possible.length > 0
    ? short(text('paper.none'), text('paper.too-old', { since }), impossible)
    : short(text('paper.none'), text('course.none'), impossible);
}

/** Any other paper: the newest counts. */
export function assessDocuments(
  rule: RequirementOf<'document'>,
  claim: ClaimOf<'document'>,
  until: CalendarDate,
): Worth {
  const since = freshSince(rule.freshFor, until);
  const { possible, fresh, impossibleIds } = sortOut(claim.entries, ({ issuedOn }) => issuedOn, since, until);
  const newest = fresh.toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1)).at(-1);
  if (newest !== undefined) {
    const { title, issuedOn } = newest;
    return enough(text('given', { words: title }), text('document.enough', { title, issuedOn }), impossibleIds);
  }
  return since !== undefined && possible.length > 0
    ? short(text('paper.none'), text('paper.too-old', { since }), impossibleIds)
    : short(text('paper.none'), text('document.none'), impossibleIds);
}

/** Pieces of work: as many as the rule asks for. */
export function assessWorkSamples(
  rule: RequirementOf<'work-samples'>,
  claim: ClaimOf<'work-samples'>,
  until: CalendarDate,
): Worth {
  const { possible, impossibleIds } = sortOut<DocumentEntry>(
    claim.entries,
    ({ issuedOn }) => issuedOn,
    undefined,
    until,
  );
  const values = { counted: possible.length, needed: rule.minimum };
  return possible.length >= rule.minimum
    ? enough(text('samples.count', values), text('samples.enough', values), impossibleIds)
    : short(text('samples.count', values), text('samples.short', values), impossibleIds);
}

/** What a requirement of courses, of a paper or of pieces of work asks for. */
export function paperRule(rule: RequirementOf<'course' | 'document' | 'work-samples'>): Text {
  if (rule.kind === 'work-samples') return text('samples.rule', { needed: rule.minimum });
  const period = rule.freshFor ?? '';
  const age = rule.freshFor === undefined ? '' : '-fresh';
  if (rule.kind === 'document') return text(`document.rule${age}`, { period });
  const needed = rule.hours ?? 0;
  return text(`course.rule${rule.hours === undefined ? '' : '-hours'}${age}`, { needed, period });
}
