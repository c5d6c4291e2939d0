import { describe, expect, it } from 'vitest';
import { textIn } from '../../../text/format.ts';
import { fieldOf, withEntry, withoutEntry } from './entries.ts';
import { readEducation, readExperience } from './read-entry.ts';
import { messages } from './section-messages.ts';

const t = textIn('en', messages);
const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
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
    expect(readExperience(formOf(job), 'a', ['f'], t)).toEqual({
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
    const read = readExperience(formOf({ ...job, ...change }), 'a', [], t);
    expect(read.ok ? [] : read.errors.map((error) => error.name)).toEqual([name]);
  });
});

it('a degree names each field that is missing', () => {
  const read = readEducation(formOf({ level: 'knighthood' }), 'a', [], t);
  expect(read.ok ? [] : read.errors.map(({ name }) => name)).toEqual([
    'institution',
    'level',
    'field',
    'awardedOn',
    'accredited',
  ]);
});

describe('the entries of a claim', () => {
  const read = readExperience(formOf(job), 'a', [], t);
  if (!read.ok) throw new Error('The job of the tests is refused.');
  const claim = withEntry(undefined, read.entry);

  it('are added, replaced and taken out by id; the last stays', () => {
    const two = withEntry(claim, { ...read.entry, id: 'b' });
    expect(two.entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(withEntry(two, { ...read.entry, position: 'Head' }).entries).toMatchObject([
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
