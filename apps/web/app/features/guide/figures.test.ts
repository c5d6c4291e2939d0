import { describe, expect, it } from 'vitest';
import {
  byCost,
  byDegree,
  byTime,
  byValidity,
  byWorkplace,
  costSpans,
  count,
  daysOf,
  sharedTopics,
  sourcesOf,
} from './figures.ts';
import type { GuideProgram } from './guide-program.ts';

const program = (id: string, more: Partial<GuideProgram> = {}): GuideProgram => ({
  id,
  abbreviation: id.toUpperCase(),
  title: `Certified ${id}`,
  organizationName: 'Guild',
  workplaces: [],
  cost: [{ currency: 'USD', lowestMinor: 100, highestMinor: 200, variesBy: [] }],
  ways: [{ years: 0 }],
  openToAnyone: false,
  modes: [],
  time: { period: 'P6M', text: 'Six months.', assumed: false },
  requirements: [],
  assessments: ['exam'],
  approvedTraining: false,
  topics: [],
  memberPrices: false,
  byRegion: false,
  validity: { period: 'P3Y', assumed: true },
  cycle: { period: 'P3Y', assumed: true },
  routes: [],
  yearlyFee: false,
  postnominal: false,
  practice: false,
  sources: [],
  ...more,
});

const ids = (programs: readonly GuideProgram[]) => programs.map(({ id }) => id);

describe('times', () => {
  it('in days, weeks, months and years are put in one order', () => {
    const time = (id: string, period: string) => program(id, { time: { period, text: '', assumed: false } });
    expect(ids(byTime([time('a', 'P24M'), time('b', 'P1Y'), time('c', 'P90D'), time('d', 'P20W')]))).toEqual([
      'c',
      'd',
      'b',
      'a',
    ]);
    const lasting = (id: string, period: string) => program(id, { validity: { period, assumed: false } });
    expect(ids(byValidity([lasting('a', 'P5Y'), lasting('b', 'P36M')]))).toEqual(['b', 'a']);
  });
  it('that are none are refused', () => expect(() => daysOf('P1Y6M')).toThrow(RangeError));
});

describe('costs', () => {
  const cost = (id: string, currency: string, lowestMinor: number, highestMinor: number) =>
    program(id, { cost: [{ currency, lowestMinor, highestMinor, variesBy: [] }] });
  it('run from the least of all programs to the most, in each currency by itself', () => {
    const found = costSpans([cost('a', 'USD', 300, 400), cost('b', 'USD', 100, 350), cost('c', 'CAD', 50, 60)]);
    expect(found.map(({ lowest, highest, ...span }) => ({ ...span, lowest: lowest.id, highest: highest.id }))).toEqual([
      { currency: 'USD', lowestMinor: 100, lowest: 'b', highestMinor: 400, highest: 'a' },
      { currency: 'CAD', lowestMinor: 50, lowest: 'c', highestMinor: 60, highest: 'c' },
    ]);
  });
  it('are put in the order of what the least one pays', () =>
    expect(ids(byCost([cost('a', 'USD', 300, 300), cost('b', 'USD', 100, 900)]))).toEqual(['b', 'a']));
});

describe('groups', () => {
  it('by workplace list a program at each of its workplaces', () => {
    const [first, second] = [
      { id: 'public', title: 'Public libraries' },
      { id: 'museum', title: 'Museums' },
    ];
    const found = byWorkplace([program('a', { workplaces: [first, second] }), program('b', { workplaces: [first] })]);
    expect(found.map(({ id, programs }) => [id, ids(programs)])).toEqual([
      ['museum', ['a']],
      ['public', ['a', 'b']],
    ]);
  });
  it('by the lowest degree that does begin with none and leave out what opens nothing', () => {
    const found = byDegree([
      program('a', { ways: [{ education: 'master', years: 3 }] }),
      program('b'),
      program('c', { ways: [{ education: 'associate', years: 2 }] }),
      program('d', { ways: [] }),
    ]);
    expect(found.map(({ degree, programs }) => [degree, ids(programs)])).toEqual([
      ['none', ['b', 'd']],
      ['associate', ['c']],
      ['master', ['a']],
    ]);
  });
  it('of topics hold what more than one program assesses, whatever its capitals, the most widespread first', () => {
    const found = sharedTopics([
      program('a', { topics: ['Cataloging', 'Reference services', 'Cataloging'] }),
      program('b', { topics: ['Reference Services', 'Law'] }),
      program('c', { topics: ['reference services', 'cataloging'] }),
    ]);
    expect(found.map(({ title, programs }) => [title, ids(programs)])).toEqual([
      ['Reference services', ['a', 'b', 'c']],
      ['Cataloging', ['a', 'c']],
    ]);
  });
});

describe('counting', () => {
  it('says of how many programs something holds', () =>
    expect(count([program('a', { yearlyFee: true }), program('b')], ({ yearlyFee }) => yearlyFee)).toBe(1));
  it('names each source once', () => {
    const source = { id: 's', title: 'An article', description: 'About many.', readOn: '2026-11-22', confirmed: false };
    const other = { ...source, id: 't', title: 'A handbook' };
    expect(sourcesOf([program('a', { sources: [source] }), program('b', { sources: [source, other] })])).toEqual([
      source,
      other,
    ]);
  });
});
