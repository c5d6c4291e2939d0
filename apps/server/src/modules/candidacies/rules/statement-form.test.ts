import type { RequirementOf } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { findAttestationProblems, findFormProblems, readForm } from './statement-form.ts';

const requirement = {
  form: [
    { id: 'work', prompt: 'What did they do?', kind: 'text' },
    { id: 'care', prompt: 'How careful are they?', kind: 'rating' },
    { id: 'again', prompt: 'Would you hire them again?', kind: 'yes-no' },
  ],
} as unknown as RequirementOf<'references'>;

const pathsOf = (problems: readonly { path: string }[]) => problems.map(({ path }) => path);

describe('the form of a referee', () => {
  test('is complete with words, a number from 1 to 5, and yes or no', () => {
    expect(findFormProblems(requirement, { work: 'Books.', care: 1, again: false })).toEqual([]);
    expect(findFormProblems(requirement, { work: 'Books.', care: 5, again: true })).toEqual([]);
  });

  test.each([
    [{ work: '', care: 3, again: true }, ['answers.work']],
    [{ work: 'Books.', care: 0, again: true }, ['answers.care']],
    [{ work: 'Books.', care: 6, again: true }, ['answers.care']],
    [{ work: 'Books.', care: 2.5, again: true }, ['answers.care']],
    [{ work: 'Books.', care: '3', again: true }, ['answers.care']],
    [{ work: true, care: 3, again: 'yes' }, ['answers.work', 'answers.again']],
    [{ work: 'Books.', care: 3, again: true, more: 'x' }, ['answers.more']],
    [{}, ['answers.work', 'answers.care', 'answers.again']],
  ])('is refused with %j, naming what to mend', (answers, paths) => {
    expect(pathsOf(findFormProblems(requirement, answers))).toEqual(paths);
  });

  test('is read back in its own order', () => {
    expect(
      readForm(requirement, { again: false, care: 4, work: 'Books.' }).map(({ id, value }) => [id, value]),
    ).toEqual([
      ['work', 'Books.'],
      ['care', 4],
      ['again', false],
    ]);
  });
});

describe('the word of a provider', () => {
  const today = '2027-03-01';
  test.each([
    [{ confirmed: true, completedOn: '2027-03-01' }, []],
    [{ confirmed: true }, ['completedOn']],
    [{ confirmed: true, completedOn: '2027-03-02' }, ['completedOn']],
    [{ confirmed: false, remark: 'We have no record.' }, []],
    [{ confirmed: false, remark: '' }, ['remark']],
    [{ confirmed: false }, ['remark']],
  ])('%j lacks %j', (attested, paths) => {
    expect(pathsOf(findAttestationProblems(attested, {}, today))).toEqual(paths);
  });

  test('has no form', () => {
    const confirmed = { confirmed: true, completedOn: today };
    expect(pathsOf(findAttestationProblems(confirmed, { work: 'Books.' }, today))).toEqual(['answers.work']);
  });
});
