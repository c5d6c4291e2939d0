import { type Program, type ProgramProblem, parseProgram } from '@testamur/program';
import { CommandError, failed } from './shell/errors.ts';
import { readText } from './shell/read-file.ts';

/** As compilers write it, so that editors find the place. */
export const problemLine = ({ file, line, column, message, hint }: ProgramProblem): string =>
  `${file}:${line}:${column}: ${message}${hint === undefined ? '' : ` ${hint}`}`;

/** @throws CommandError with the first problem where the file is no sound program. */
export const readProgram = async (file: string): Promise<Program> => {
  const parsed = parseProgram(await readText(file), file);
  if (parsed.ok) return parsed.program;
  const [first] = parsed.problems;
  throw new CommandError(`${first ? problemLine(first) : `${file} cannot be read.`}`, {
    fix: `All that is wrong with it: testamur program check ${file}`,
    exitCode: failed,
  });
};
