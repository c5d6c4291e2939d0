import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, parseProgram } from '@testamur/program';

const folder = fileURLToPath(new URL('../../../../programs', import.meta.url));

const read = (name: string): Program => {
  const file = path.join(folder, name, 'program.yaml');
  const parsed = parseProgram(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problems[0]?.message}`);
  return parsed.program;
};

/** Every program that comes with the checkout. */
export const allPrograms: readonly Program[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => read(entry.name));
