import { readFileSync } from 'node:fs';
import { type Program, parseProgram } from '@testamur/program';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);

/** A program that ships, read. */
export const readProgram = (): Program => {
  const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
  if (!parsed.ok) throw new Error('The program cannot be read.');
  return parsed.program;
};

/** The same with some parts changed, as text to publish: JSON is YAML. */
export const programWith = (change: (program: Program) => Partial<Program>): string => {
  const program = readProgram();
  return JSON.stringify({ ...program, ...change(program) });
};
