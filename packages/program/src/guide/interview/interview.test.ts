import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../../schema/program.ts';
import { calt } from '../../testing/calt.ts';
import type { Answers } from './answers.ts';
import { type Interview, interview } from './interview.ts';

/** A program that anybody may enter, and one that asks for more of the same work. */
const open: Program = {
  ...calt,
  id: 'open',
  requirements: calt.requirements.filter(({ kind }) => kind === 'attestation'),
  eligibility: { all: ['conduct'] },
};
const strict: Program = {
  ...calt,
  id: 'strict',
  requirements: calt.requirements.map((rule) => (rule.kind === 'experience' ? { ...rule, fullTimeYears: 5 } : rule)),
};
const all = [calt, open, strict];

const stateOf = (found: Interview, id: string): string | undefined =>
  found.programs.find(({ program }) => program.id === id)?.state;

/** Answers every inquiry by the first, the last or another of its options until nothing is asked any more. */
function answerAll(
  programs: readonly Program[],
  pick: (count: number) => number,
): { answers: Answers; asked: string[] } {
  let answers: Answers = {};
  const asked: string[] = [];
  for (let round = 0; round < 50; round++) {
    const { next } = interview(programs, answers);
    if (next === undefined) return { answers, asked };
    asked.push(next.key);
    answers = { ...answers, [next.key]: next.options[pick(next.options.length) % next.options.length]?.value ?? '' };
  }
  throw new Error(`The interview does not end: ${asked.join(', ')}`);
}

describe('the interview', () => {
  it('asks nothing for a program that anybody may enter', () => {
    const found = interview([open], {});
    expect(found.next).toBeUndefined();
    expect(stateOf(found, 'open')).toBe('qualified');
  });

  it('begins with where somebody has worked, and counts every program as possible', () => {
    const found = interview(all, {});
    expect(found.next?.key).toBe('work');
    expect(found.possible).toBe(3);
    expect(stateOf(found, 'calt')).toBe('unknown');
  });

  it('offers the thresholds that the programs set', () => {
    const { next } = interview(all, { work: 'academic-library' });
    expect(next?.key).toBe('years:academic-library');
    expect(next?.options.map(({ value }) => value)).toEqual(['0', '2', '5', 'unsure']);
  });

  it('says what is missing, what to do about it and how long that takes', () => {
    const found = interview(all, { work: 'academic-library', 'years:academic-library': '2' });
    expect(stateOf(found, 'strict')).toBe('not-yet');
    const experience = found.programs
      .find(({ program }) => program.id === 'strict')
      ?.requirements.find(({ requirement }) => requirement.id === 'experience');
    expect(experience).toMatchObject({ state: 'missing', takesMonths: 36 });
    expect(experience?.remedy).toBeDefined();
    expect(found.possible).toBe(2);
  });

  it('does not ask on for programs that are ruled out', () => {
    const found = interview([calt, strict], { work: 'none' });
    expect(found.next).toBeUndefined();
    expect(found.possible).toBe(0);
  });

  it('never takes an answer of "not sure" as fulfilled', () => {
    const found = interview([calt], { work: 'unsure', degree: 'unsure' });
    expect(stateOf(found, 'calt')).toBe('unknown');
  });

  it('finds a person qualified who has all that is asked for', () => {
    const answers = {
      work: 'academic-library',
      'years:academic-library': '5',
      degree: 'master',
      'degree-accredited': 'yes',
    };
    const found = interview(all, answers);
    expect(found.programs.map(({ state }) => state)).toEqual(['qualified', 'qualified', 'qualified']);
    expect(found.next).toBeUndefined();
  });

  it('ends for any answers, asks nothing twice, and never rules a program out by knowing less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (choices) => {
        let turn = 0;
        const { answers, asked } = answerAll(all, (count) => (choices[turn++ % choices.length] ?? 0) % count);
        expect(new Set(asked).size).toBe(asked.length);
        const whole = interview(all, answers);
        const [dropped] = asked;
        const { [dropped ?? '']: _, ...fewer } = answers;
        const less = interview(all, fewer);
        for (const { program, state } of less.programs) {
          if (state === 'qualified') expect(stateOf(whole, program.id)).toBe('qualified');
        }
      }),
    );
  });

  it('reads answers that make no sense as not given', () => {
    const found = interview(all, { work: 'academic-library', 'years:academic-library': 'many', degree: 'wizard' });
    expect(stateOf(found, 'open')).toBe('qualified');
    expect(['unknown', 'not-yet']).toContain(stateOf(found, 'calt'));
  });
});
