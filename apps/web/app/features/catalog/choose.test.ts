import { describe, expect, it } from 'vitest';
import { chooseFrom, inOrder, loosened, periodMonths } from './choose.ts';
import { catalogPath, readAddress } from './filters.ts';
import type { Listed } from './listed.ts';

const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  organization: 'guild',
  organizationName: 'Guild of Examples',
  demonstration: true,
  id,
  abbreviation: id.toUpperCase(),
  aliases: [],
  title: id,
  summary: '',
  audience: '',
  edition: '2026',
  workplaces: [],
  cost: [{ currency: 'USD', lowestMinor: 10_000, highestMinor: 10_000, variesBy: [] }],
  usualTime: { period: 'P6M', text: '', assumed: false },
  ways: [{ years: 0 }],
  leastYears: 0,
  modes: [],
  openToAnyone: true,
  assessments: 1,
  notice: { text: '', confirmedByOrganization: false },
  ...more,
});

const ids = (programs: readonly Listed[]) => programs.map(({ id }) => id);

const programs = [
  listed('archives', {
    aliases: ['Archivist café'],
    ways: [{ education: 'master', years: 3 }],
    usualTime: { period: 'P2Y', text: '', assumed: false },
    workplaces: [{ id: 'archives', title: 'Archives' }],
    modes: ['test-center'],
  }),
  listed('ladder', {
    ways: [{ years: 5 }, { education: 'associate', years: 2 }],
    cost: [{ currency: 'USD', lowestMinor: 5_000, highestMinor: 20_000, variesBy: ['region'] }],
    modes: ['online', 'test-center'],
  }),
  listed('open', { modes: ['online'], cost: [{ currency: 'CHF', lowestMinor: 100, highestMinor: 100, variesBy: [] }] }),
];

describe('the catalog', () => {
  it('finds all words of a search in any of the names, whatever their accents and capitals', () => {
    expect(ids(chooseFrom(programs, { q: 'CAFE archivist' }))).toEqual(['archives']);
    expect(ids(chooseFrom(programs, { q: 'café nothing' }))).toEqual([]);
  });
  it('lists a program where one way asks for no more than somebody has, degree and years together', () => {
    expect(ids(chooseFrom(programs, { education: 'associate', years: 2 }))).toEqual(['ladder', 'open']);
    expect(ids(chooseFrom(programs, { education: 'none', years: 2 }))).toEqual(['open']);
    expect(ids(chooseFrom(programs, { education: 'none', years: 5 }))).toEqual(['ladder', 'open']);
  });
  it('takes the lowest price for the budget, in the currency of most programs', () => {
    expect(ids(chooseFrom(programs, { budget: 50 }))).toEqual(['ladder']);
  });
  it('holds periods of any unit against months', () => {
    expect([periodMonths('P2Y'), periodMonths('P6M')]).toEqual([24, 6]);
    expect(ids(chooseFrom(programs, { months: 12 }))).toEqual(['ladder', 'open']);
  });
  it('says which single filter keeps everything out, and what is there without it', () => {
    const filters = { work: 'archives', mode: 'online' } as const;
    expect(chooseFrom(programs, filters)).toEqual([]);
    expect(loosened(programs, filters)).toEqual([
      { name: 'work', count: 2 },
      { name: 'mode', count: 1 },
    ]);
    expect(loosened(programs, { work: 'moon', months: 1 })).toEqual([]);
  });
  it('puts programs in the order that was asked for, those of another currency last', () => {
    expect(ids(inOrder(programs, 'cost'))).toEqual(['ladder', 'archives', 'open']);
    expect(ids(inOrder(programs, 'time'))).toEqual(['ladder', 'open', 'archives']);
    expect(ids(inOrder(programs, 'title'))).toEqual(['archives', 'ladder', 'open']);
  });
  it('keeps everything in its address, and drops what it does not know', () => {
    const path =
      '/programs?q=map&work=museum&education=master&years=2&budget=200&months=6&mode=online&sort=cost&p=a&p=b';
    expect(catalogPath(readAddress(new URL(path, 'http://x').searchParams))).toBe(path);
    const odd = readAddress(new URLSearchParams('years=-1&mode=moon&education=guru&sort=luck&budget=%24150&p=a&p=a'));
    expect(odd).toEqual({ filters: { budget: 150 }, order: 'title', compared: ['a'] });
  });
});
