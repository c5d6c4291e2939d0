import {
  type CsvMapping,
  type ForeignItem,
  type ForeignResult,
  guessMapping,
  readAiken,
  readCsv,
  readGift,
  readMoodleXml,
  readTable,
} from '@testamur/qti';
import { type ChosenFile, type Format, formatOf, textOf } from './format.ts';
import type { Opened, TableSummary } from './summaries.ts';
import { summarize } from './summarize.ts';
import { type OpenItem, openPackage, type Workspace, written } from './workspace.ts';

export interface Opening {
  readonly files: readonly ChosenFile[];
  /** Which columns of a table hold what, once the person has said it. */
  readonly mapping?: CsvMapping;
}

const PREVIEW_ROWS = 5;

/** Reads what was chosen. Never throws for what it holds. */
export const open = ({
  files,
  mapping,
}: Opening): { readonly opened: Opened; readonly workspace: Workspace | null } => {
  const [first] = files;
  if (first === undefined) return unknown;
  const format = formatOf(first);
  const isFolder = files.length > 1;
  if (isFolder) return reported(openPackage(files, false));
  if (format === 'package') return reported(openPackage(files, true));
  if (format === 'document') return reported(openPackage(files, false));
  if (format === null) return unknown;
  if (format === 'csv' && mapping === undefined) {
    return { opened: { kind: 'table', table: tableOf(first) }, workspace: null };
  }
  return reported(openForeign(first, format, mapping));
};

const unknown = { opened: { kind: 'unknown' }, workspace: null } as const satisfies ReturnType<typeof open>;

const reported = (workspace: Workspace) => ({
  opened: { kind: 'report', report: workspace.report } as const,
  workspace,
});

const tableOf = ({ name, bytes }: ChosenFile): TableSummary => {
  const { rows, openQuoteLine } = readTable(textOf(bytes));
  const [header, ...body] = rows.map(({ cells }) => cells.map((cell) => cell.trim()));
  const columns = [...new Set((header ?? []).filter((column) => column !== ''))];
  return {
    name,
    columns,
    rows: body
      .slice(0, PREVIEW_ROWS)
      .map((cells) => columns.map((column) => cells[header?.indexOf(column) ?? 0] ?? '')),
    total: body.length,
    guess: guessMapping(header ?? []) ?? null,
    openQuoteLine,
  };
};

/** What a mapping makes of a table: how many rows are items, and why others are none. */
export const tryMapping = (file: ChosenFile, mapping: CsvMapping) => {
  const { items, messages } = readCsv(textOf(file.bytes), { mapping });
  const refused = items.filter(({ status }) => status === 'refused');
  return {
    usable: items.length - refused.length,
    total: items.length,
    problems: [...messages, ...items.flatMap((item) => item.messages)],
  };
};

const readers: Readonly<
  Record<Exclude<Format, 'package' | 'document'>, (text: string, mapping?: CsvMapping) => ForeignResult>
> = {
  moodle: (text) => readMoodleXml(text),
  gift: (text) => readGift(text),
  aiken: (text) => readAiken(text),
  csv: (text, mapping) => readCsv(text, mapping === undefined ? {} : { mapping }),
};

const openForeign = (
  file: ChosenFile,
  format: Exclude<Format, 'package' | 'document'>,
  mapping: CsvMapping | undefined,
): Workspace => {
  const text = textOf(file.bytes);
  const { items: read, messages, media } = readers[format](text, mapping);
  const items = read.map((item, index) => foreignItem(file.name, text, item, index));
  return {
    report: {
      name: file.name,
      format,
      items: items.map(({ summary }) => summary),
      documents: [],
      media: [...media.keys()],
      messages: messages.map((message) => ({ ...message, file: file.name })),
    },
    items,
    tests: [],
    stimuli: [],
    paths: new Set(media.keys()),
    read: (path) => media.get(path),
  };
};

const foreignItem = (file: string, text: string, read: ForeignItem, index: number): OpenItem => ({
  summary: summarize({
    index,
    file,
    identifier: read.identifier,
    title: read.title,
    version: null,
    status: read.status,
    messages: read.messages,
    item: read.item,
    topic: read.topic,
    cognitiveLevel: null,
    objective: null,
  }),
  item: read.item,
  stimuli: new Map(),
  folders: [''],
  source: written(read.item, text),
});
