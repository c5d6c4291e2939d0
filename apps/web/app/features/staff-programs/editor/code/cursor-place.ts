import { openFlow } from './flow.ts';
import { around, type Frame, keyIn, openItems, openLine, opensText, readLine, type Step, stepOf } from './lines.ts';

/** Where a cursor stands in a YAML file that need not be finished. */
export interface CursorPlace {
  /** From the file itself, the first step, to the mapping or the entry of a list in which the cursor stands. */
  readonly steps: readonly Step[];
  /** The key whose value the cursor stands in; absent where a key, or an entry of a list, begins. */
  readonly underKey?: string;
  /** What is typed of it so far, up to the cursor. */
  readonly typed: string;
}

const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** What is open at a line, and whether the line lies in the text of a block (`|`, `>`). */
const reader = () => {
  let frames: readonly Frame[] = [{ ...stepOf(), column: -1, isItem: false }];
  let textColumn: number | undefined;
  const isText = (line: string): boolean => {
    if (textColumn === undefined) return false;
    if (line.trim() === '' || indentOf(line) > textColumn) return true;
    textColumn = undefined;
    return false;
  };
  return {
    isText,
    frames: () => frames,
    read: (line: string) => {
      if (isText(line) || isBlank(line)) return;
      const parts = readLine(line);
      frames = openLine(frames, parts);
      if (opensText(parts.content)) textColumn = keyIn(parts.content) ? parts.column : indentOf(line);
    },
    /** Entries of lists that the line of the cursor opens; what follows belongs to them. */
    begin: (dashes: readonly number[]) => {
      if (dashes.length > 0) frames = openItems(frames, dashes);
      return frames;
    },
  };
};

const placeOnLine = (frames: readonly Frame[], column: number, content: string): CursorPlace | undefined => {
  const steps = around(frames, column);
  const last = steps.at(-1);
  if (!last || content.includes(' #')) return undefined;
  const found = keyIn(content);
  const text = found?.value ?? content;
  if (/^[{[]/.test(text)) {
    const flow = openFlow(text, found ? stepOf(found.key) : last);
    return flow && { ...flow, steps: [...(found ? steps : steps.slice(0, -1)), ...flow.steps] };
  }
  if (!found) return /[:#]/.test(content) ? undefined : { steps, typed: content };
  return /\s$/.test(content) || text !== '' ? { steps, underKey: found.key, typed: text } : undefined;
};

/** Undefined where nothing can be completed: in comments and in the text of a block. */
export const cursorPlace = (file: string, offset: number): CursorPlace | undefined => {
  const before = file.slice(0, offset).split('\n');
  const beforeCursor = before.pop() ?? '';
  const [afterCursor = '', ...after] = file.slice(offset).split('\n');
  const lines = reader();
  for (const line of before) lines.read(line);
  // On an empty line, the cursor says how far the text of a block is left.
  if (lines.isText(beforeCursor.trim() === '' ? `${beforeCursor}.` : beforeCursor)) return undefined;
  if (beforeCursor.trimStart().startsWith('#')) return undefined;
  const { dashes, column, content } = readLine(beforeCursor);
  // Keys that stand after the cursor in the same mapping are no longer offered.
  const frames = lines.begin(dashes);
  const place = placeOnLine(frames, column, content);
  if (keyIn(content)) lines.read(' '.repeat(column) + content + afterCursor);
  for (const line of after) lines.read(line);
  return place;
};
