import { describe, expect, it } from 'vitest';
import { textIn } from '../../text/format.ts';
import { messages } from './messages.ts';
import { readEducation } from './read-education.ts';

const t = textIn('en', messages);
const read = (change: Record<string, string> = {}, categories: readonly { id: string }[] = [{ id: 'all' }]) => {
  const form = new FormData();
  const values = {
    title: 'MARC 21',
    provider: 'LC',
    hours: '1.5',
    'completedOn.year': '2028',
    'completedOn.month': '5',
    'completedOn.day': '12',
    ...change,
  };
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return readEducation(form, categories, t);
};

describe('continuing education', () => {
  it('is read as it was entered', () => {
    expect(read()).toEqual({
      ok: true,
      entry: { title: 'MARC 21', provider: 'LC', hours: 1.5, completedOn: '2028-05-12' },
    });
    expect(read({ hours: '2,25' })).toMatchObject({ ok: true, entry: { hours: 2.25 } });
  });

  it.each(['', '0', '1.1', '200.25', '-1', '1e2', 'two'])('of "%s" hours is refused', (hours) => {
    const found = read({ hours });
    expect(found.ok ? [] : found.errors.map(({ name }) => name)).toEqual(['hours']);
  });

  it('names its kind where there are several', () => {
    const kinds = [{ id: 'teaching' }, { id: 'courses' }];
    const found = read({}, kinds);
    expect(found.ok ? [] : found.errors.map(({ name }) => name)).toEqual(['category']);
    expect(read({ category: 'courses' }, kinds)).toMatchObject({ ok: true, entry: { category: 'courses' } });
    expect(read({ category: 'sports' }, kinds).ok).toBe(false);
  });

  it('names every field that is missing', () => {
    const found = read({ title: ' ', provider: '', hours: '', 'completedOn.day': '' });
    expect(found.ok ? [] : found.errors.map(({ name }) => name)).toEqual(['title', 'provider', 'hours', 'completedOn']);
  });
});
