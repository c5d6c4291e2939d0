import { describe, expect, it } from 'vitest';
import { provenanceOf } from './provenance.ts';
import { calt } from './testing/calt.ts';

describe('provenance', () => {
  it.each([
    ['fees', 0, 'prices', 1, 'amount'],
    ['requirements', 0, 'fullTimeYears'],
    ['assessments', 0, 'items'],
    ['assessments', 0, 'pass', 'percent'],
    ['usualTime', 'period'],
  ])('names the article for %s › %s', (...path) => {
    expect(provenanceOf(calt, path)).toMatchObject({ assumed: false, source: { id: 'article', readOn: '2026-11-22' } });
  });

  it.each([
    ['fees', 0, 'dueWithin'],
    ['fees', 0, 'retake'],
    ['fees', 1, 'prices', 0, 'amount'],
    ['assessments', 0, 'timeLimitMinutes'],
    ['assessments', 0, 'blueprint', 'topics', 2, 'items'],
    ['credential', 'validity'],
    ['renewal', 'routes', 0, 'hours'],
  ])('marks %s › %s as assumed', (...path) => {
    expect(provenanceOf(calt, path)).toEqual({ assumed: true });
  });

  it('refuses a path that leads nowhere', () => {
    expect(() => provenanceOf(calt, ['fees', 7, 'prices'])).toThrow(/nothing at "fees.7"/);
    expect(() => provenanceOf(calt, ['toString'])).toThrow(RangeError);
  });
});
