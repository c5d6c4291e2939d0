import { describe, expect, it } from 'vitest';
import { applyPath, broughtAnswers, qualifyPath, readAnswers, without } from './answers.ts';

describe('answers in an address', () => {
  it('join what was chosen of several, and leave out what is no answer', () => {
    const params = new URLSearchParams('p=calt&asked=work&work=museum&work=archives&years:museum=2&x=&<b>=1');
    expect(readAnswers(params)).toEqual({ work: 'museum,archives', 'years:museum': '2' });
  });
  it('are no more than can be kept', () => {
    const many = new URLSearchParams(Array.from({ length: 60 }, (_, at) => [`years:place-${at}`, '1']));
    expect(Object.keys(readAnswers(many))).toHaveLength(40);
    expect(readAnswers(new URLSearchParams({ work: 'x'.repeat(1001) }))).toEqual({});
  });
  it('come back from the interview and from the application as they went in', () => {
    const answers = { work: 'museum,archives', 'years:museum': '2', degree: 'unsure' };
    expect(readAnswers(new URL(qualifyPath(answers, ['calt']), 'http://x').searchParams)).toEqual(answers);
    expect(broughtAnswers(new URL(applyPath('ala', 'calt', answers), 'http://x'))).toEqual(answers);
    expect(applyPath('ala', 'calt', {})).toBe('/apply/ala/calt');
    expect(broughtAnswers(new URL('http://x/apply/ala/calt'))).toBeUndefined();
  });
  it('can be taken back one by one', () => {
    expect(without({ work: 'museum', degree: 'none' }, 'work')).toEqual({ degree: 'none' });
  });
});
