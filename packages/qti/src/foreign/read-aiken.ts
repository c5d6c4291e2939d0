import { xmlSafe } from '../write/xml.ts';
import { choiceItem } from './build/choice.ts';
import { Collector, ItemRefusal } from './collector.ts';
import { contentOfText, text } from './html/content.ts';
import type { ForeignOptions, ForeignResult } from './result.ts';

interface Draft {
  line: number;
  stem: string[];
  options: { readonly letter: string; readonly words: string }[];
}

const OPTION = /^([A-Za-z])[.)]\s+(.*)$/;
const ANSWER = /^ANSWER:\s*(.*)$/i;

/** Reads items in Aiken: a stem, choices "A. …" or "A) …", and a line "ANSWER: A". Never throws for what the file holds. */
export function readAiken(source: string, options: ForeignOptions = {}): ForeignResult {
  const collector = new Collector(options);
  let draft: Draft = { line: 1, stem: [], options: [] };
  const finish = (key: string | null) => {
    if (draft.stem.length > 0 || draft.options.length > 0) addItem(collector, draft, key);
    draft = { line: 1, stem: [], options: [] };
  };
  xmlSafe(source)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      const isNew = draft.stem.length === 0 && draft.options.length === 0;
      if (line === '') return;
      const answer = ANSWER.exec(line);
      const option = OPTION.exec(line);
      if (answer !== null) {
        if (isNew)
          collector.messages.push({ line: index + 1, text: 'an ANSWER stands without an item before it; left out' });
        else finish(answer[1]?.trim().toUpperCase() ?? '');
      } else if (option !== null && !isNew) {
        draft.options.push({ letter: (option[1] ?? '').toUpperCase(), words: option[2] ?? '' });
      } else {
        // After choices, only another item can begin: the line ANSWER was forgotten.
        if (draft.options.length > 0) finish(null);
        if (draft.stem.length === 0) draft.line = index + 1;
        draft.stem.push(line);
      }
    });
  finish(null);
  return collector.result();
}

function addItem(collector: Collector, { line, stem, options }: Draft, key: string | null): void {
  const title = stem.join(' ');
  collector.add({ line, wanted: '', title, topic: null }, (identifier, known) => {
    if (key === null) throw new ItemRefusal('the line "ANSWER: …" is missing after the choices');
    if (options.length < 2) throw new ItemRefusal('an item needs two choices or more, such as "A. …"');
    const letters = options.map(({ letter }) => letter);
    if (new Set(letters).size < letters.length) throw new ItemRefusal(`a letter is used twice: ${letters.join(', ')}`);
    if (!letters.includes(key))
      throw new ItemRefusal(`the answer "${key.slice(0, 20)}" is none of ${letters.join(', ')}`);
    const frame = {
      identifier,
      title: known,
      language: collector.language,
      stem: contentOfText(stem.join('\n')),
      rationale: [],
      points: 1,
    };
    return choiceItem(frame, {
      several: false,
      shuffle: false,
      options: options.map(({ letter, words }) => ({
        content: [text(words)],
        fraction: letter === key ? 1 : 0,
        feedback: [],
      })),
    });
  });
}
