/** What is wrong in a program file, and where. Lines and columns count from 1. */
export interface ProgramProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What was probably meant, or how to mend it. */
  readonly hint?: string;
}

/** A way into the file: keys and, in lists, indexes from 0. */
export type Path = readonly (string | number)[];

/** Where in the part at a path a finding points to: its key, or its value. */
export type Spot = 'key' | 'value';

/** A problem before its place is known as line and column. */
export interface Finding {
  readonly path: Path;
  readonly spot: Spot;
  readonly message: string;
  readonly hint?: string;
}

export type Report = (path: Path, message: string, hint?: string) => void;

export function pathInWords(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : part)).join(' › ');
}
