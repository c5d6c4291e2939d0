/** A row of a table; `line` is that of its beginning, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as spreadsheets save it. `openQuoteLine`: where a quotation mark opens and never closes. */
export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly separator: ',' | ';' | '\t';
  readonly openQuoteLine: number | null;
}

/**
 * Reads CSV (RFC 4180), with a byte order mark or without, separated by what its first line is: commas, semicolons or
 * tabs. Rows of empty cells are left out.
 */
export function readTable(source: string): CsvTable {
  const text = source.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  let quotedSince: number | null = null;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((words) => words.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n' || (character === '\r' && text.charAt(index + 1) !== '\n')) line += 1;
    if (quotedSince !== null) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quotedSince = null;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedSince = line;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n' || (character === '\r' && text.charAt(index + 1) !== '\n')) {
      endRow();
      rowLine = line;
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, separator, openQuoteLine: quotedSince };
}

/** Which separator the first line has most of, outside quotation marks. */
function separatorOf(text: string): CsvTable['separator'] {
  const first = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => first.split(separator).length;
  if (count('\t') > 1 && count('\t') >= count(';') && count('\t') >= count(',')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}
