import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Program, parseProgram } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../text/format.ts';
import { wordsIn } from '../public-programs/words.ts';
import { messages } from './messages.ts';
import { cellsOf, isSame, once } from './rows.ts';

const folder = path.join(import.meta.dirname, '../../../../../programs');
const programOf = (id: string): Program => {
  const parsed = parseProgram(readFileSync(path.join(folder, id, 'program.yaml'), 'utf8'), `${id}.yaml`);
  if (!parsed.ok) throw new Error(`${id} does not parse.`);
  return parsed.program;
};
const words = { ...wordsIn('en'), own: textIn('en', messages) };
const texts = (id: string, row: keyof ReturnType<typeof cellsOf>) =>
  once(cellsOf(programOf(id), 'A body', words)[row]).map(({ text }) => text);

describe('the rows of a comparison', () => {
  it('name what somebody has to bring, with its amount; signatures are left out', () => {
    expect(texts('calt', 'needs')).toEqual([
      expect.stringContaining('2 years of full-time work'),
      expect.stringContaining('Associate degree'),
    ]);
    expect(texts('comptia-a-plus', 'needs')).toEqual(['Nothing beforehand']);
  });
  it('take one choice of a program that has many', () => {
    expect(texts('mos', 'assessed')).toHaveLength(1);
    expect(texts('mos', 'choices')).toHaveLength(2);
  });
  it('have a place in the program file for every figure', () => {
    for (const said of cellsOf(programOf('cslt'), 'A body', words).passing) expect(said.path?.[0]).toBe('assessments');
  });
  it('are the same where all programs say the same, and else not', () => {
    expect(isSame([[{ text: 'a' }, { text: 'a' }], [{ text: 'a' }]])).toBe(true);
    expect(isSame([[{ text: 'a' }], [{ text: 'b' }]])).toBe(false);
    expect(isSame([[], [{ text: 'b' }]])).toBe(false);
  });
});
