import { describe, expect, it } from 'vitest';
import { textIn } from '../../../../text/format.ts';
import { messages } from '../section-messages.ts';
import { fieldOf, withEntry, withoutEntry } from './entries.ts';
import { readEducation, readExperience } from './read-entry.ts';
import { readCourse, readPaper } from './read-paper.ts';
import { readStated } from './read-stated.ts';

const t = textIn('en', messages);
const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const own = { id: 'a', fileIds: [] as string[] };
const list = [{ id: 'one', label: 'One' }];
const job = {
  employer: ' Riverside College ',
  position: 'Library technician',
  setting: 'academic-library',
  'from.year': '2024',
  'from.month': '2',
  'from.day': '29',
  fullTimePercent: '50 %',
};

describe('a job', () => {
  it('goes on when no last day is entered', () => {
    expect(readExperience(formOf(job), { id: 'a', fileIds: ['f'] }, {}, t)).toEqual({
      ok: true,
      entry: {
        id: 'a',
        employer: 'Riverside College',
        position: 'Library technician',
        setting: 'academic-library',
        from: '2024-02-29',
        fullTimePercent: 50,
        fileIds: ['f'],
      },
    });
  });

  it.each([
    ['employer', { employer: ' ' }],
    ['setting', { setting: '' }],
    ['from', { 'from.month': '' }],
    ['from', { 'from.day': '30' }],
    ['to', { 'to.year': '2025' }],
    ['fullTimePercent', { fullTimePercent: '0' }],
    ['fullTimePercent', { fullTimePercent: '101' }],
    ['fullTimePercent', { fullTimePercent: 'half' }],
  ])('is refused at "%s" for %j', (name, change) => {
    const read = readExperience(formOf({ ...job, ...change }), own, {}, t);
    expect(read.ok ? [] : read.errors.map((error) => error.name)).toEqual([name]);
  });
});

it('a degree names each field that is missing', () => {
  const read = readEducation(formOf({ level: 'knighthood' }), own, {}, t);
  expect(read.ok ? [] : read.errors.map(({ name }) => name)).toEqual([
    'institution',
    'level',
    'field',
    'awardedOn',
    'accredited',
  ]);
});

describe('where the program has a list', () => {
  const namesOf = (read: { ok: true } | { ok: false; errors: readonly { name: string }[] }) =>
    read.ok ? [] : read.errors.map(({ name }) => name);

  it('a job names its role, and a degree its field and who accredited it', () => {
    expect(namesOf(readExperience(formOf(job), own, { roles: list }, t))).toEqual(['role']);
    expect(readExperience(formOf({ ...job, role: 'one' }), own, { roles: list }, t)).toMatchObject({
      entry: { role: 'one' },
    });
    const degree = {
      institution: 'Lake College',
      level: 'master',
      field: 'History',
      'awardedOn.year': '2019',
      'awardedOn.month': '6',
      'awardedOn.day': '15',
      accredited: 'yes',
    };
    const lists = { fields: list, accreditors: list };
    expect(namesOf(readEducation(formOf(degree), own, lists, t))).toEqual(['fieldId', 'accreditedBy']);
    const stated = { ...degree, fieldId: 'one', accreditedBy: 'other' };
    expect(readEducation(formOf(stated), own, lists, t)).toMatchObject({
      entry: { fieldId: 'one', accreditedBy: 'other' },
    });
    const without = readEducation(formOf({ ...stated, accredited: 'no' }), own, lists, t);
    expect(without.ok && without.entry).not.toHaveProperty('accreditedBy');
  });
});

it('a course needs its hours, a paper its file', () => {
  const completed = { 'completedOn.year': '2026', 'completedOn.month': '6', 'completedOn.day': '15' };
  const course = readCourse(formOf({ title: 'Circuits', provider: 'Lab', hours: 'a few', ...completed }), own, t);
  expect(course.ok ? [] : course.errors.map(({ name }) => name)).toEqual(['hours']);
  const issued = { title: 'Letter', 'issuedOn.year': '2026', 'issuedOn.month': '6', 'issuedOn.day': '15' };
  const paper = readPaper(formOf(issued), own, t);
  expect(paper.ok ? [] : paper.errors.map(({ name }) => name)).toEqual(['files']);
  const sample = readStated(formOf(issued), { kind: 'work-samples', id: 'a', fileIds: ['f'], program: {}, t });
  expect(sample).toMatchObject({ ok: true, entry: { kind: 'work-samples', entry: { issuedOn: '2026-06-15' } } });
});

describe('the entries of a claim', () => {
  const read = readExperience(formOf(job), own, {}, t);
  if (!read.ok) throw new Error('The job of the tests is refused.');
  const stated = (entry: typeof read.entry) => ({ kind: 'experience', entry }) as const;
  const claim = withEntry(undefined, stated(read.entry));

  it('are added, replaced and taken out by id; the last stays', () => {
    const two = withEntry(claim, stated({ ...read.entry, id: 'b' }));
    expect(two.entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(withEntry(two, stated({ ...read.entry, position: 'Head' })).entries).toMatchObject([
      { position: 'Head' },
      { id: 'b' },
    ]);
    expect(withoutEntry(two, 'a')).toMatchObject({ entries: [{ id: 'b' }] });
    expect(withoutEntry(claim, 'a')).toBeUndefined();
  });

  it('name the field that the API refuses', () => {
    expect(fieldOf(1)('claim.entries.1.to')).toBe('to');
    expect(fieldOf(1)('claim.entries.1.fileIds')).toBe('files');
    expect(fieldOf(1)('claim.entries.0.to')).toBe('');
  });
});
