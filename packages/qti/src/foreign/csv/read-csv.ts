import type { AssessmentItem } from '../../model/item.ts';
import { xmlSafe } from '../../write/xml.ts';
import { choiceItem } from '../build/choice.ts';
import { Collector, ItemRefusal } from '../collector.ts';
import { contentOfText } from '../html/content.ts';
import type { ForeignOptions, ForeignResult } from '../result.ts';
import { readKey } from './key.ts';
import { type CsvMapping, guessMapping } from './mapping.ts';
import { readTable } from './read-table.ts';

/**
 * Reads a table of choice items, one a row; each row that is no item says why. Without a mapping the columns are guessed by
 * their names. An item with several keys earns its points for all of them together. Never throws for what the file holds.
 */
export function readCsv(
  source: string,
  options: ForeignOptions & { readonly mapping?: CsvMapping } = {},
): ForeignResult {
  const collector = new Collector(options);
  const { rows, openQuoteLine } = readTable(xmlSafe(source));
  const [header, ...body] = rows;
  const names = header?.cells.map((name) => name.trim()) ?? [];
  const mapping = options.mapping ?? guessMapping(names);
  const problem =
    header === undefined ? 'the file is empty; its first line names the columns' : problemOf(names, mapping);
  if (openQuoteLine !== null) {
    collector.messages.push({ line: openQuoteLine, text: 'a quotation mark opens here and never closes' });
  }
  if (mapping === undefined || problem !== undefined) {
    collector.messages.push({ line: header?.line ?? 1, text: problem ?? 'the columns are not known' });
    return collector.result();
  }
  for (const { line, cells } of body) {
    const cellOf = (column: string | undefined): string => {
      const words = column === undefined ? '' : (cells[names.indexOf(column)] ?? '');
      // An apostrophe keeps spreadsheets from running the cell; it is not part of the words.
      return words.trim().replace(/^'(?=[=+\-@])/, '');
    };
    const topic = cellOf(mapping.topic) || null;
    const stem = cellOf(mapping.stem);
    const heading = { line, wanted: cellOf(mapping.identifier), title: cellOf(mapping.title) || stem, topic };
    collector.add(heading, (identifier, title) => {
      const head = { identifier, title, language: collector.language };
      return readRow(head, mapping, cellOf);
    });
  }
  return collector.result();
}

function problemOf(names: readonly string[], mapping: CsvMapping | undefined): string | undefined {
  if (mapping === undefined) {
    return `the columns are not known: ${names.join(', ').slice(0, 200)}. Name them stem, A, B, C, … and key`;
  }
  const { options, ...others } = mapping;
  const missing = [...Object.values(others), ...options].filter((column) => !names.includes(column));
  if (missing.length > 0)
    return `the table has no column ${missing.join(', ')}; it has ${names.join(', ').slice(0, 200)}`;
  return options.length < 2 ? 'an item needs two columns of options or more' : undefined;
}

function readRow(
  head: { readonly identifier: string; readonly title: string; readonly language: string | null },
  mapping: CsvMapping,
  cellOf: (column: string | undefined) => string,
): AssessmentItem {
  const stem = cellOf(mapping.stem);
  if (stem === '') throw new ItemRefusal(`the column ${mapping.stem} is empty`);
  const texts = mapping.options.map(cellOf);
  const given = texts.filter((words) => words !== '');
  if (given.length < 2) throw new ItemRefusal('an item needs two options or more');
  const same = given.find((words, index) => given.indexOf(words) !== index);
  if (same !== undefined) throw new ItemRefusal(`the option "${same.slice(0, 60)}" stands twice`);
  const key = readKey(cellOf(mapping.key), texts);
  if (!key.ok) throw new ItemRefusal(key.text);
  const written = cellOf(mapping.points);
  const points = written === '' ? 1 : Number(written.replace(',', '.'));
  if (!Number.isFinite(points) || points <= 0)
    throw new ItemRefusal(`the points "${written.slice(0, 20)}" are no number above 0`);
  const frame = { ...head, stem: contentOfText(stem), rationale: contentOfText(cellOf(mapping.rationale)), points };
  const options = texts.flatMap((words, index) => {
    const fraction = key.places.includes(index) ? 1 : 0;
    return words === '' ? [] : [{ content: contentOfText(words), fraction, feedback: [] }];
  });
  return choiceItem(frame, { several: key.places.length > 1, shuffle: false, options, allOrNothing: true });
}
