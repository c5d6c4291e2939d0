import type { ApiProblem } from '../../../loading/refusal.ts';

export interface FileProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** What stands in that line. */
  readonly source: string;
}

/** What is wrong in a program file by its lines: the API names each place as `yaml:LINE:COLUMN`. */
export const fileProblems = (fields: ApiProblem['fields'], yaml: string): readonly FileProblem[] => {
  const lines = yaml.split(/\r?\n/);
  return fields.flatMap(({ path, message }) => {
    const [, line] = /^yaml:(\d+):\d+$/.exec(path) ?? [];
    if (line === undefined) return [];
    return [{ line: Number(line), message, source: lines[Number(line) - 1]?.trim() ?? '' }];
  });
};
