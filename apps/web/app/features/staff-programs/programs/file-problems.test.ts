import { expect, it } from 'vitest';
import { fileProblems } from './file-problems.ts';

it('shows each problem with the line that it is about', () => {
  const fields = [
    { path: 'yaml:2:8', message: 'Line 2, column 8: unknown.' },
    { path: 'yaml', message: 'Too long.' },
    { path: 'yaml:9:1', message: 'Line 9, column 1: missing.' },
  ];
  expect(fileProblems(fields, 'format: 1\r\n  id: CALT\n')).toEqual([
    { line: 2, message: 'Line 2, column 8: unknown.', source: 'id: CALT' },
    { line: 9, message: 'Line 9, column 1: missing.', source: '' },
  ]);
});
