import { type Program, parseProgram } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';
import { fieldsOf } from './names.ts';

/**
 * The program of a file that is proved.
 *
 * @throws Problem `programs.file-refused` with a field for each place in the file.
 */
export const readFile = (yaml: string): Program => {
  const parsed = parseProgram(yaml, 'program.yaml');
  if (parsed.ok) return parsed.program;
  const fields = fieldsOf(parsed.problems);
  const count = fields.length === 1 ? 'a problem' : `${fields.length} problems`;
  const message = `The program file has ${count}. ${fields[0]?.message ?? ''}`;
  throw new Problem('invalid', 'programs.file-refused', message, fields);
};
