import type { ContentNode } from '../../model/content.ts';
import type { ChoiceInteraction } from '../../model/interaction.ts';
import type { AssessmentItem } from '../../model/item.ts';
import type { ResponseProcessing } from '../../model/processing.ts';
import { matchCorrectRule } from '../build/scoring.ts';

/** An item with the topic that it stands under. */
export interface CsvSource {
  readonly item: AssessmentItem;
  readonly topic?: string | null;
}

/** A table, and the items that do not fit one, with the reason. */
export interface WrittenCsv {
  readonly csv: string;
  readonly left: readonly { readonly identifier: string; readonly text: string }[];
}

/** Spreadsheets take a cell that begins like this for a formula and run it; an apostrophe keeps it text. */
const RUNS = /^[=+\-@\t\r]/;

/**
 * Writes choice items as CSV (RFC 4180) that no spreadsheet executes, one a row, as `readCsv` reads it. Items with pictures,
 * tables or formulas, other interactions or points for parts of the key do not fit and are named in `left`.
 */
export function writeCsv(sources: readonly CsvSource[]): WrittenCsv {
  const left: { identifier: string; text: string }[] = [];
  const rows = sources.flatMap(({ item, topic }) => {
    const read = rowOf(item);
    if (typeof read !== 'string') return [{ ...read, topic: topic ?? '' }];
    left.push({ identifier: item.identifier, text: read });
    return [];
  });
  const most = Math.max(2, ...rows.map(({ options }) => options.length));
  const places = Array.from({ length: most }, (_, index) => index);
  const header = ['identifier', 'title', 'topic', 'stem', ...places.map(columnOf), 'key', 'points', 'rationale'];
  const lines = rows.map((row) => [
    row.identifier,
    row.title,
    row.topic,
    row.stem,
    ...places.map((index) => row.options[index] ?? ''),
    row.key,
    String(row.points),
    row.rationale,
  ]);
  return { csv: `${[header, ...lines].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`, left };
}

interface Row {
  readonly identifier: string;
  readonly title: string;
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: string;
  readonly points: number;
  readonly rationale: string;
}

/** The item as a row, or why it is none. */
function rowOf(item: AssessmentItem): Row | string {
  const choices = item.body.filter(
    (node): node is ChoiceInteraction => node.type === 'interaction' && node.interaction === 'choice',
  );
  const [choice, ...others] = choices;
  const [declared, ...more] = item.responses;
  if (choice === undefined || others.length > 0 || declared === undefined || more.length > 0) {
    return 'it is not answered by one choice interaction';
  }
  const points = pointsOf(item.processing);
  if (points === undefined) return 'its points are not simply those of the key';
  const rubrics = item.body.flatMap((node) => (node.type === 'rubric' ? node.content : []));
  const around = item.body.filter((node) => node.type !== 'rubric' && node !== choice);
  const stem = wordsOf([...around, ...choice.prompt]);
  const options = choice.choices.map(({ content }) => wordsOf(content));
  const rationale = wordsOf(rubrics);
  if (stem === undefined || rationale === undefined || options.includes(undefined)) {
    return 'it holds more than words, such as a picture, a table or a formula';
  }
  const correct = Array.isArray(declared.correct) ? declared.correct : [declared.correct];
  const places = correct.map((key) => choice.choices.findIndex(({ identifier }) => identifier === key));
  if (places.length === 0 || places.includes(-1)) return 'it has no key';
  const texts = options.map((words) => words ?? '');
  const key = places.map((place) => columnOf(place)).join(';');
  return { identifier: item.identifier, title: item.title, stem, options: texts, key, points, rationale };
}

/** The points for the whole key; undefined when they are given otherwise. */
function pointsOf(processing: ResponseProcessing): number | undefined {
  if (processing.type !== 'rules') return undefined;
  if (processing.template !== null) return processing.template === 'match_correct' ? 1 : undefined;
  const [rule] = processing.rules;
  const set = rule?.rule === 'condition' ? rule.branches[0]?.rules[0] : undefined;
  const value = set?.rule === 'set-outcome-value' && set.value.op === 'base-value' ? set.value.value : undefined;
  if (typeof value !== 'number' || processing.rules.length > 1) return undefined;
  return JSON.stringify(rule) === JSON.stringify(matchCorrectRule(value)) ? value : undefined;
}

const BLOCKS = new Set(
  'address article aside blockquote div footer h1 h2 h3 h4 h5 h6 header li ol p pre section ul'.split(' '),
);
const LINES = new Set('a abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong time u var'.split(' '));

/** The words of content, paragraphs parted by empty lines; undefined when it holds more than words. */
function wordsOf(nodes: readonly ContentNode[]): string | undefined {
  const parts = nodes.map((node): string | undefined => {
    if (node.type === 'text') return node.text.replace(/\s+/g, ' ');
    if (node.type !== 'element' || node.namespace !== 'html') return undefined;
    if (node.name === 'br') return '\n';
    const inner = wordsOf(node.children);
    if (inner === undefined) return undefined;
    if (BLOCKS.has(node.name)) return `\n\n${inner}\n\n`;
    return LINES.has(node.name) ? inner : undefined;
  });
  if (parts.includes(undefined)) return undefined;
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function columnOf(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1);
}

function cellOf(text: string): string {
  const inert = RUNS.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
