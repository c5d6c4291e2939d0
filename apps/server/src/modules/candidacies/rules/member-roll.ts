import type { ProblemField } from '../../../kernel/index.ts';

export interface RollMember {
  readonly memberNumber: string;
  /** Lower case. */
  readonly email: string;
  /** The last day on which the membership holds. */
  readonly validUntil: string;
}

export type ParsedRoll =
  | { readonly ok: true; readonly members: readonly RollMember[] }
  | { readonly ok: false; readonly problems: readonly ProblemField[] };

const columns = ['member_number', 'email', 'valid_until'] as const;
type Column = (typeof columns)[number];

/** More than this is shown to nobody. */
const mostProblems = 50;

interface Row {
  /** Of its first line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** RFC 4180: quotes may hold separators, line ends and doubled quotes. `undefined` cells never occur. */
export const readCsv = (csv: string): { rows: readonly Row[]; openQuoteLine?: number } => {
  const text = csv.startsWith('\uFEFF') ? csv.slice(1) : csv;
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedSince: number | undefined;
  let line = 1;
  let rowLine = 1;
  const endRow = () => {
    rows.push({ line: rowLine, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n') line += 1;
    if (quotedSince !== undefined) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quotedSince = undefined;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedSince = line;
    } else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRow();
      rowLine = line;
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return quotedSince === undefined ? { rows } : { rows, openQuoteLine: quotedSince };
};

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A list of members from a spreadsheet, or every line that is wrong. */
export const parseRoll = (csv: string): ParsedRoll => {
  const { rows, openQuoteLine } = readCsv(csv);
  const [header, ...body] = rows;
  if (openQuoteLine !== undefined) {
    return refuse([problemAt(openQuoteLine, 'A quotation mark opens here and never closes.')]);
  }
  if (!header) return refuse([problemAt(1, 'The file is empty. Its first line names the columns.')]);
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const message = `The first line has no column ${missing.map((name) => `"${name}"`).join(', ')}. Write: ${columns.join(',')}.`;
    return refuse([problemAt(1, message)]);
  }
  return readMembers(names, body);
};

const readMembers = (names: readonly string[], body: readonly Row[]): ParsedRoll => {
  const problems: ProblemField[] = [];
  const members: RollMember[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const value = (column: Column) => cells[names.indexOf(column)]?.trim() ?? '';
    const member = {
      memberNumber: value('member_number'),
      email: value('email').toLowerCase(),
      validUntil: value('valid_until'),
    };
    const before = lineOf.get(member.memberNumber);
    const problem = problemOf(member, cells.length, names.length, before);
    if (problem !== undefined) problems.push(problemAt(line, problem));
    lineOf.set(member.memberNumber, before ?? line);
    members.push(member);
  }
  return problems.length > 0 ? refuse(problems) : { ok: true, members };
};

const problemOf = (
  { memberNumber, email, validUntil }: RollMember,
  cells: number,
  columnCount: number,
  lineBefore: number | undefined,
): string | undefined => {
  if (cells !== columnCount) return `This line has ${cells} cells; the first line has ${columnCount}.`;
  if (memberNumber === '' || memberNumber.length > 200) return 'The member number is missing or too long.';
  if (lineBefore !== undefined) return `The member number "${memberNumber}" stands in line ${lineBefore} already.`;
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) return `"${email}" is no e-mail address.`;
  if (!isDate(validUntil)) return `"${validUntil}" is no date. Write it as YYYY-MM-DD, such as 2027-12-31.`;
  return undefined;
};

const problemAt = (line: number, message: string): ProblemField => ({
  path: `csv:${line}`,
  message: `Line ${line}: ${message}`,
});

const refuse = (problems: readonly ProblemField[]): ParsedRoll => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
});
