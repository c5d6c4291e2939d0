import { describe, expect, it } from 'vitest';
import { fieldErrorsOf, programsOf, readProgramChoices, readShared } from './choices.ts';

const params = (search: string) => new URLSearchParams(search);

describe('the programs of a plan', () => {
  it('are at most two, each once, in the order of the address', () =>
    expect(programsOf(params('p=B&p=a&p=b&p=&p=c'))).toEqual(['b', 'a']));
  it('may be named as the form names them', () => {
    expect(programsOf(params('with=b&p=a'))).toEqual(['a', 'b']);
    expect(programsOf(params('p=a&with='))).toEqual(['a']);
  });
});

describe('the choices of one program', () => {
  it('are read apart from those of the other', () => {
    const search = 'a.payerClass=member&b.payerClass=other&a.region=&a.track.level=expert&b.track.level=core';
    expect(readProgramChoices(params(search), 'a')).toEqual({ payerClass: 'member', track: { level: 'expert' } });
    expect(readProgramChoices(params(search), 'c')).toEqual({});
  });
  it('that are refused lead to their fields', () => {
    const fields = [{ path: 'track.level', message: 'Choose one of: core, expert.' }];
    expect(fieldErrorsOf('a', { message: 'Refused.', fields })).toEqual([
      { name: 'a.track.level', message: 'Choose one of: core, expert.' },
    ]);
    expect(fieldErrorsOf('a', { message: 'Refused.', fields: [] })).toEqual([{ name: '', message: 'Refused.' }]);
  });
});

describe('the choices for all programs', () => {
  it('are ten years from today without retakes and tuition where nothing is said', () =>
    expect(readShared(params('p=a'))).toEqual({
      choices: { years: 10, retakes: 0, tuition: 'none' },
      errors: [],
    }));
  it('are read as they were entered', () => {
    const search = 'start.year=2027&start.month=3&start.day=5&years=5&retakes=2&tuition=high';
    expect(readShared(params(search))).toEqual({
      choices: { startOn: '2027-03-05', years: 5, retakes: 2, tuition: 'high' },
      errors: [],
    });
  });
  it('that cannot be read are named, and the usual holds', () => {
    const found = readShared(params('start.year=2027&start.month=13&start.day=5&years=51&retakes=9&tuition=free'));
    expect(found.choices).toEqual({ years: 10, retakes: 0, tuition: 'none' });
    expect(found.errors).toEqual([
      { name: 'start', reason: 'impossible' },
      { name: 'years', reason: 'impossible' },
    ]);
    expect(readShared(params('start.month=3')).errors).toEqual([{ name: 'start', reason: 'incomplete' }]);
    expect(readShared(params('start.year=9999&start.month=1&start.day=1')).errors).toHaveLength(1);
  });
});
