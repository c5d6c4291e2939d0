import { readFileSync } from 'node:fs';
import { parseProgram } from '../parse/parse.ts';
import type { Program } from '../schema/program.ts';

/** The text of the program file that ships with the system. */
export const caltText = readFileSync(new URL('../../../../programs/calt/program.yaml', import.meta.url), 'utf8');

function read(): Program {
  const parsed = parseProgram(caltText, 'programs/calt/program.yaml');
  if (!parsed.ok) throw new Error(`The program file is refused: ${JSON.stringify(parsed.problems)}`);
  return parsed.program;
}

export const calt = read();
