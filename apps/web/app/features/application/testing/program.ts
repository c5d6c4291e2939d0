import { readFileSync } from 'node:fs';
import { parseProgram } from '@testamur/program';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program of the tests is refused.');

/** A program as it ships, for tests. */
export const { program } = parsed;
