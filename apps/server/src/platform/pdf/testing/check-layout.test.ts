import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, test } from 'vitest';
import { findHiddenText, squeeze, textOf } from './check-layout.ts';

const compiler = NodeCompiler.create();
const typeset = (source: string): Buffer => compiler.pdf({ mainFileContent: `#set page(width: 300pt)\n${source}` });

test('text beyond the edge is found', () => {
  expect(findHiddenText(typeset('Here #place(dx: 280pt)[nowhere]'))).toEqual([
    expect.stringMatching(/page 1, beyond the edge: nowhere/u),
  ]);
});

test('text on text is found', () => {
  expect(findHiddenText(typeset('#place[One upon] #place(dx: 10pt, dy: 2pt)[another]'))).toEqual([
    expect.stringMatching(/page 1, under other text: One upon/u),
  ]);
});

test('text in its place is not, and can be read back with its parentheses', () => {
  const source = 'A (short) line #h(1fr) and its end \\ and the (next\\) one';
  expect(findHiddenText(typeset(source))).toEqual([]);
  expect(squeeze(textOf(typeset(source)))).toBe('A(short)lineanditsendandthe(next)one');
});
