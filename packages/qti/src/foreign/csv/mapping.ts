/** Which column, by its name in the first row, holds what. `key`: letters, numbers from 1 or texts; several with ; or , */
export interface CsvMapping {
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: string;
  readonly identifier?: string;
  readonly title?: string;
  readonly topic?: string;
  readonly rationale?: string;
  readonly points?: string;
}

/** Names that columns have in files of others, in lower case without spaces. */
const NAMES = {
  stem: ['stem', 'question', 'questiontext', 'itemtext', 'item', 'prompt', 'text'],
  key: [
    'key',
    'correct',
    'correctanswer',
    'correctanswers',
    'correctoption',
    'correctchoice',
    'answerkey',
    'answer',
    'answers',
  ],
  identifier: ['identifier', 'id', 'itemid', 'questionid', 'code', 'number', 'no'],
  title: ['title', 'name'],
  topic: ['topic', 'category', 'domain', 'subject', 'section', 'contentarea'],
  rationale: ['rationale', 'explanation', 'feedback', 'justification', 'reason', 'comment'],
  points: ['points', 'point', 'score', 'marks', 'mark', 'weight'],
} as const;

const OPTION = /^(?:option|choice|answer|alternative|distractor|response)?([a-z]|\d{1,2})$/;

/** What the columns seem to hold by their names; undefined without a stem, a key and two options. */
export function guessMapping(header: readonly string[]): CsvMapping | undefined {
  const names = header.map((name) => name.toLowerCase().replace(/[\s_.:-]+/g, ''));
  const columnOf = (role: keyof typeof NAMES): string | undefined => {
    for (const known of NAMES[role]) {
      const index = names.indexOf(known);
      if (index !== -1) return header[index];
    }
    return undefined;
  };
  const stem = columnOf('stem');
  const key = columnOf('key');
  const options = header.filter((_, index) => OPTION.test(names[index] ?? ''));
  if (stem === undefined || key === undefined || options.length < 2) return undefined;
  const others = (['identifier', 'title', 'topic', 'rationale', 'points'] as const).flatMap((role) => {
    const column = columnOf(role);
    return column === undefined ? [] : [[role, column] as const];
  });
  return { stem, key, options, ...Object.fromEntries(others) };
}
