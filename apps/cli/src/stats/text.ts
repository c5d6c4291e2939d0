import type { Column, Notice, Presentation, PresentedTable } from '@testamur/psychometrics';
import { type Io, styled } from '../shell/io.ts';

const RULE = '─';

/** A presentation as lines of a terminal; figures stand in the plot and the report. */
export function linesOf({ title, subtitle, facts, notices, sections }: Presentation, io: Io): readonly string[] {
  const color = io.color.out;
  const width = Math.max(0, ...facts.map(({ label }) => label.length));
  const body = sections
    .filter(({ paragraphs, tables }) => paragraphs.length + tables.length > 0)
    .flatMap(({ heading, paragraphs, tables }) => [
      '',
      styled('bold', heading, color),
      ...paragraphs,
      ...tables.flatMap((table) => ['', ...tableLines(table, color)]),
    ]);
  return [
    styled('bold', title, color),
    ...(subtitle === '' ? [] : [styled('dim', subtitle, color)]),
    ...(facts.length === 0 ? [] : ['']),
    ...facts.map(({ label, value, note }) => `  ${label.padEnd(width)}  ${value}${note === '' ? '' : `  (${note})`}`),
    ...(notices.length === 0 ? [] : ['', ...notices.map((notice) => noticeLine(notice, color))]),
    ...body,
  ];
}

const marks: Readonly<Record<Notice['verdict'], string>> = { ok: '·', warn: '!', 'too-few': '✗' };

function noticeLine({ verdict, text }: Notice, color: boolean): string {
  const line = `  ${marks[verdict]} ${text}`;
  return verdict === 'too-few' ? styled('red', line, color) : line;
}

function tableLines({ caption, columns, rows }: PresentedTable, color: boolean): readonly string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, index) => set(cell, widths[index] ?? 0, columns[index])).join('  ')}`.trimEnd();
  const rule = `  ${widths.map((width) => RULE.repeat(width)).join('  ')}`;
  return [
    ...(caption === '' ? [] : [`  ${caption}`]),
    styled('dim', line(columns.map(({ heading }) => heading)), color),
    styled('dim', rule, color),
    ...rows.map(line),
  ];
}

const set = (cell: string, width: number, column: Column | undefined): string =>
  column?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
