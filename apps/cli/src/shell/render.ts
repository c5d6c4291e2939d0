import type { Io } from './io.ts';

export const jsonOption = { type: 'boolean', says: 'Write one JSON object instead of text.' } as const;

export const writeJson = (io: Io, value: unknown): void => io.out(JSON.stringify(value, undefined, 2));

/** "1 file", "2 files". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Columns of text, each as wide as its widest cell. */
export const columns = (rows: readonly (readonly string[])[], indent = '  '): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) =>
    `${indent}${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
  );
};
