import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProgram } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { guideProgram, needsOneOf } from './guide-program.ts';

const file = (id: string): string => {
  const folder = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'programs');
  return readFileSync(path.join(folder, id, 'program.yaml'), 'utf8');
};

const read = (id: string) => {
  const parsed = parseProgram(file(id), `${id}/program.yaml`);
  if (!parsed.ok) throw new Error(`The program ${id} cannot be read.`);
  const { program } = parsed;
  return guideProgram(
    {
      organization: 'guild',
      organizationName: 'Guild',
      demonstration: true,
      id: program.id,
      abbreviation: program.abbreviation,
      aliases: [],
      title: program.title,
      summary: program.summary,
      audience: program.audience,
      edition: program.edition,
      workplaces: program.workplaces,
      cost: [],
      usualTime: { period: program.usualTime.period, text: program.usualTime.text, assumed: false },
      ways: [],
      leastYears: 0,
      modes: [],
      openToAnyone: false,
      assessments: 1,
      notice: program.notice,
    },
    program,
  );
};

describe('what the guide reads off a program', () => {
  it('says which figures are assumptions', () => {
    const found = read('calt');
    expect(found.time).toMatchObject({ period: 'P4M', assumed: false });
    expect(found.validity).toEqual({ period: 'P36M', assumed: true });
    expect(found.sources.every(({ confirmed }) => !confirmed)).toBe(true);
  });
  it('tells prices for members, prices by region and yearly fees apart', () => {
    const facts = (id: string) => {
      const { memberPrices, byRegion, yearlyFee, approvedTraining } = read(id);
      return { memberPrices, byRegion, yearlyFee, approvedTraining };
    };
    const none = { memberPrices: false, byRegion: false, yearlyFee: false, approvedTraining: false };
    expect(facts('calt')).toEqual({ ...none, memberPrices: true });
    expect(facts('clt')).toEqual({ ...none, byRegion: true, approvedTraining: true });
    expect(facts('aca')).toEqual({ ...none, memberPrices: true, yearlyFee: true });
  });
  it('gives the estimate of tuition in minor units, and none where there is none', () => {
    expect(read('clt').tuition).toEqual({ lowMinor: 150_000, highMinor: 650_000, currency: 'USD', assumed: true });
    expect(read('calt').tuition).toBeUndefined();
  });
});

describe('a part that every way needs', () => {
  const needs = (rule: Parameters<typeof needsOneOf>[0]) => needsOneOf(rule, new Set(['training']));
  it('is one of those that are all asked for, or stands in each of several ways', () => {
    expect(needs({ all: ['work', 'training'] })).toBe(true);
    expect(needs({ any: [{ all: ['work', 'training'] }, 'training'] })).toBe(true);
    expect(needs({ atLeast: 2, of: ['work', 'training'] })).toBe(true);
  });
  it('is not needed where one way does without it', () => {
    expect(needs({ any: ['work', 'training'] })).toBe(false);
    expect(needs({ atLeast: 1, of: ['work', 'training'] })).toBe(false);
  });
});
