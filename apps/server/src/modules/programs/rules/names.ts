import type { Program, ProgramProblem } from '@testamur/program';
import type { ProblemField } from '../../../kernel/index.ts';

/** A name as it stands in an address: `Academic Library Technician` is found under `academic-library-technician`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);

/** Under which other names the program is found, its title and abbreviation among them. */
export const aliasesOf = (program: Program): readonly string[] => {
  const slugs = [program.abbreviation, program.title, ...(program.aliases ?? [])].map(slugOf);
  return [...new Set(slugs)].filter((slug) => slug !== '' && slug !== program.id);
};

/** A refused file as fields, so that an editor can point at each place: the path is `yaml:LINE:COLUMN`. */
export const fieldsOf = (problems: readonly ProgramProblem[]): readonly ProblemField[] =>
  problems.map(({ line, column, message, hint }) => ({
    path: `yaml:${line}:${column}`,
    message: `Line ${line}, column ${column}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
  }));
