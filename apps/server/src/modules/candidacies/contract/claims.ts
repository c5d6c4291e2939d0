import { degreeLevels } from '@testamur/program';
import { z } from 'zod';
import { calendarDate, id, line, slug } from '../../../platform/operations/schemas.ts';

export const fullTimePercent = z
  .number()
  .int('Enter a whole number of percent.')
  .min(1, 'Enter at least 1 percent of full time.')
  .max(100, 'Enter at most 100 percent of full time.');

const fileIds = z.array(id).max(5, 'Put more than five files into one PDF.');

export const experienceEntry = z
  .strictObject({
    id,
    employer: line,
    position: line,
    setting: line,
    role: slug.optional().describe('One of the roles of the program, or `other`.'),
    from: calendarDate,
    to: calendarDate.optional(),
    fullTimePercent,
    fileIds,
  })
  .refine((entry) => entry.to === undefined || entry.to >= entry.from, {
    path: ['to'],
    message: 'Enter an end date that is not before the start date.',
  });

export const educationEntry = z.strictObject({
  id,
  institution: line,
  level: z.enum(degreeLevels),
  field: line,
  fieldId: slug.optional().describe('One of the fields of the program, or `other`.'),
  awardedOn: calendarDate,
  accredited: z.boolean(),
  accreditedBy: slug.optional().describe('One of the accreditors of the program, or `other`.'),
  fileIds,
});

export const courseEntry = z.strictObject({
  id,
  title: line,
  provider: line,
  hours: z.number().positive('Enter how many hours it took.').max(10_000, 'Enter at most 10,000 hours.'),
  completedOn: calendarDate,
  fileIds,
});

export const documentEntry = z.strictObject({ id, title: line, issuedOn: calendarDate, fileIds });

const entriesOf = <Entry extends z.ZodType>(entry: Entry, what: string, most: number) =>
  z.array(entry).min(1, `Add at least one ${what}.`).max(most, `Add at most ${most}.`);

/** What a candidate states for a requirement of the same kind. */
export const claim = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('experience'), entries: entriesOf(experienceEntry, 'job', 30) }),
  z.strictObject({ kind: z.literal('education'), entries: entriesOf(educationEntry, 'degree', 10) }),
  z.strictObject({ kind: z.literal('attestation'), signedName: line, documentVersion: line }),
  z.strictObject({ kind: z.literal('training'), trainingProgram: slug, completedOn: calendarDate }),
  z.strictObject({ kind: z.literal('background-check'), signedName: line }),
  z.strictObject({ kind: z.literal('course'), entries: entriesOf(courseEntry, 'course', 30) }),
  z.strictObject({ kind: z.literal('document'), entries: entriesOf(documentEntry, 'document', 10) }),
  z.strictObject({ kind: z.literal('work-samples'), entries: entriesOf(documentEntry, 'piece of work', 50) }),
  z.strictObject({ kind: z.literal('age'), bornOn: calendarDate }),
  z.strictObject({
    kind: z.literal('credential'),
    credential: slug,
    number: line,
    validUntil: calendarDate.optional(),
    fileIds,
  }),
  z.strictObject({ kind: z.literal('registration') }),
]);
