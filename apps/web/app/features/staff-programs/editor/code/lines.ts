/** A step into the file: below a key, or into an entry of a list. */
export interface Step {
  readonly key: string | undefined;
  /** Keys of the mapping that this step opens, with what stands beside them where that is one line. */
  readonly entries: Map<string, string>;
}

export const stepOf = (key?: string): Step => ({ key, entries: new Map() });

/** A step that is still open at some line of block YAML. */
export interface Frame extends Step {
  readonly column: number;
  readonly isItem: boolean;
}

interface Line {
  /** Columns of the dashes before the content. */
  readonly dashes: readonly number[];
  readonly column: number;
  readonly content: string;
}

const keyForm = /^(["']?)([A-Za-z][\w-]*)\1:(?:\s+(.*)|$)/;

/** `kind: exam` taken apart; undefined for what is no key with its value. */
export const keyIn = (content: string): { readonly key: string; readonly value: string } | undefined => {
  const [, , key, value = ''] = keyForm.exec(content) ?? [];
  return key === undefined ? undefined : { key, value };
};

/** The lines below hold text, not YAML. */
export const opensText = (content: string): boolean => /(^|\s)[|>][+-]?\d?\s*$/.test(content);

export const readLine = (text: string): Line => {
  let column = text.length - text.trimStart().length;
  const dashes: number[] = [];
  while (/^-(\s|$)/.test(text.slice(column))) {
    dashes.push(column);
    const rest = text.slice(column + 1);
    column += 1 + (rest.length - rest.trimStart().length);
  }
  return { dashes, column, content: text.slice(column) };
};

/** What a part at this column lies in. A list may stand at the column of its key, a mapping may not. */
export const around = (frames: readonly Frame[], column: number, isItem = false): readonly Frame[] =>
  frames.filter((frame) => frame.column < column || (isItem && frame.column === column && !frame.isItem));

export const openItems = (frames: readonly Frame[], dashes: readonly number[]): readonly Frame[] =>
  dashes.reduce<readonly Frame[]>(
    (open, column) => [...around(open, column, true), { ...stepOf(), column, isItem: true }],
    frames,
  );

/** What is open after a line. */
export const openLine = (frames: readonly Frame[], { dashes, column, content }: Line): readonly Frame[] => {
  const found = keyIn(content);
  const open = openItems(frames, dashes);
  if (!found) return dashes.length > 0 ? open : frames;
  const inside = around(open, column);
  inside.at(-1)?.entries.set(found.key, found.value.trim());
  return [...inside, { ...stepOf(found.key), column, isItem: false }];
};
