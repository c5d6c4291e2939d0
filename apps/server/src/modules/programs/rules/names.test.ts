import { readFileSync } from 'node:fs';
import { parseProgram } from '@testamur/program';
import { expect, test } from 'vitest';
import { aliasesOf, fieldsOf, slugOf } from './names.ts';

test.each([
  ['Academic Library Technician', 'academic-library-technician'],
  ['  Über-Prüfung (B.1) ', 'uber-prufung-b-1'],
  ['???', ''],
])('the name %j is found under %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a program is found under its other names, but its id is no alias', () => {
  const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
  const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
  if (!parsed.ok) throw new Error('The program of the test is refused.');
  const named = { ...parsed.program, aliases: ['Library Technician (Academic)', 'CALT'] };
  expect(aliasesOf(named)).toEqual(['certified-academic-library-technician', 'library-technician-academic']);
});

test('a problem of the file names its place, and the hint follows', () => {
  const problem = { file: 'program.yaml', line: 3, column: 7, message: 'Unknown key.', hint: 'Did you mean "id"?' };
  expect(fieldsOf([problem])).toEqual([
    { path: 'yaml:3:7', message: 'Line 3, column 7: Unknown key. Did you mean "id"?' },
  ]);
});
