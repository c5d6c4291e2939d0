import { describe, expect, it } from 'vitest';
import { textIn } from '../../text/format.ts';
import { messages } from './messages.ts';
import { fileIn, readPiece } from './read-piece.ts';

const t = textIn('en', messages);
const formOf = (values: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of values) form.append(name, value);
  return form;
};

describe('the form of a piece', () => {
  it('is read with what surrounds the words taken off', () => {
    const account = 'I checked two hundred records, corrected headings, and wrote down the routine.';
    const { piece, errors } = readPiece(
      formOf([
        ['title', '  Clean-up  '],
        ['criteria', 'practice'],
        ['criteria', 'service'],
        ['reflection', `${account}\n`],
      ]),
      t,
    );
    expect(errors).toEqual([]);
    expect(piece).toEqual({ title: 'Clean-up', criteria: ['practice', 'service'], reflection: account });
  });
  it('says at each field what is missing', () => {
    const { errors } = readPiece(formOf([['reflection', 'Too short.']]), t);
    expect(errors.map(({ name }) => name)).toEqual(['title', 'criteria', 'reflection']);
  });
  it('has no file where the browser sends an empty one', () => {
    const form = new FormData();
    form.append('file', new File([], ''));
    expect(fileIn(form)).toBeUndefined();
    form.set('file', new File(['x'], 'a.pdf'));
    expect(fileIn(form)?.name).toBe('a.pdf');
  });
});
