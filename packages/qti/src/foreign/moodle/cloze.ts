import { type Hole, menuHole } from '../build/inline.ts';
import { type NumberAnswer, numberEntry, textEntry } from '../build/text.ts';
import { lineOf } from '../html/words.ts';

/** A hole as a cloze text writes it: `{2:SHORTANSWER:=one~%50%two#why}`. */
interface ClozePart {
  readonly weight: number;
  readonly kind: string;
  readonly answers: readonly { readonly text: string; readonly fraction: number; readonly hasFeedback: boolean }[];
}

const START = /\{(\d*):([A-Z_]{1,20}):/y;

/** Kinds of holes by all their names: shown as a menu or not, with capitals that count or not. */
const KINDS: Readonly<Record<string, 'menu' | 'text' | 'exact-text' | 'number'>> = {
  ...named('SHORTANSWER SA MW', 'text'),
  ...named('SHORTANSWER_C SAC MWC', 'exact-text'),
  ...named('NUMERICAL NM', 'number'),
  ...named('MULTICHOICE MC MULTICHOICE_V MCV MULTICHOICE_H MCH', 'menu'),
  ...named('MULTICHOICE_S MCS MULTICHOICE_VS MCVS MULTICHOICE_HS MCHS', 'menu'),
};

function named<T>(names: string, kind: T): Record<string, T> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** Marks the place of a hole in markup; characters for private use, which no text of another system means. */
export const HOLE = /\uE000(\d+)\uE001/g;

/** Takes the holes out of a cloze text and leaves marks in their places. */
export function takeHoles(markup: string): { marked: string; parts: ClozePart[]; unknown: string[] } {
  const source = markup.replace(/[\uE000\uE001]/g, '');
  const parts: ClozePart[] = [];
  const unknown: string[] = [];
  let marked = '';
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('{', at);
    if (next === -1) break;
    START.lastIndex = next;
    const found = START.exec(source);
    const end = found === null ? -1 : endOf(source, START.lastIndex);
    // What does not close here closes nowhere after.
    if (found !== null && end === -1) break;
    const kind = found?.[2] ?? '';
    if (found === null || !Object.hasOwn(KINDS, kind)) {
      if (found !== null) unknown.push(source.slice(next, next + 40));
      marked += source.slice(at, next + 1);
      at = next + 1;
      continue;
    }
    marked += `${source.slice(at, next)}\uE000${parts.length}\uE001`;
    const weight = found[1] === '' || found[1] === undefined ? 1 : Number(found[1]);
    parts.push({ weight, kind, answers: answersOf(source.slice(START.lastIndex, end)) });
    at = end + 1;
  }
  const rest = source.slice(at);
  return { marked: marked + rest, parts, unknown };
}

/** The closing brace that no backslash stands before; -1 without one. */
function endOf(source: string, from: number): number {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '}') return index;
  }
  return -1;
}

function answersOf(source: string): ClozePart['answers'] {
  return split(source, '~')
    .filter((part) => part !== '')
    .map((part) => {
      const [answer = '', ...feedback] = split(part, '#');
      const weighed = /^%(-?[\d.]+)%/.exec(answer);
      const isKey = answer.startsWith('=');
      const text = weighed !== null ? answer.slice(weighed[0].length) : isKey ? answer.slice(1) : answer;
      const fraction = weighed !== null ? Number(weighed[1]) / 100 : isKey ? 1 : 0;
      const words = lineOf(text.replace(/\\([}~#%=/"\\])/g, '$1'));
      return { text: words, fraction: Number.isFinite(fraction) ? fraction : 0, hasFeedback: feedback.length > 0 };
    });
}

function split(source: string, mark: string): string[] {
  const parts = [''];
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === mark) parts.push('');
    else {
      const pair = character === '\\' ? source.slice(index, index + 2) : character;
      parts[parts.length - 1] += pair;
      index += pair.length - 1;
    }
  }
  return parts;
}

/** The hole at its place from 1; undefined when it has no answer that can be used. */
export function holeOf({ kind, answers }: ClozePart, place: number, worth: number): Hole | undefined {
  const identifier = `RESPONSE_${place}`;
  const outcome = `SCORE_${place}`;
  const read = KINDS[kind];
  if (answers.length === 0) return undefined;
  if (read === 'menu') return menuHole(place, answers, kind.endsWith('S'), worth);
  if (read === 'number') {
    const numbers = answers.flatMap(({ text, fraction }): NumberAnswer[] => {
      const [value = '', tolerance = '0'] = text.replaceAll(',', '.').split(':');
      if (text === '*') return [{ value: Number.POSITIVE_INFINITY, tolerance: 0, fraction }];
      const known = { value: Number(value), tolerance: Math.abs(Number(tolerance)), fraction };
      return value !== '' && Number.isFinite(known.value) && Number.isFinite(known.tolerance) ? [known] : [];
    });
    if (numbers.length === 0) return undefined;
    return { ...numberEntry(identifier, outcome, numbers, worth), outcome };
  }
  return { ...textEntry(identifier, outcome, answers, read === 'exact-text', worth), outcome };
}
