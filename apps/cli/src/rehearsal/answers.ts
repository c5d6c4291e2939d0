/** One item of an attempt with what its authors know. */
export interface KeyedItem {
  readonly itemId: string;
  readonly choices: readonly string[];
  readonly keys: readonly string[];
  readonly cardinality: 'single' | 'multiple';
}

export type Value = string | string[];

/** A line of the log, before its device adds the time. */
export type PlannedEntry =
  | { readonly seq: number; readonly itemId: string; readonly kind: 'response'; readonly value: Value }
  | { readonly seq: number; readonly itemId: string; readonly kind: 'flag'; readonly value: true };

export interface AnswerPlan {
  readonly entries: readonly PlannedEntry[];
  /** What the server has to know of each item once all entries are there. */
  readonly responses: Readonly<Record<string, Value>>;
  readonly changed: string | undefined;
  readonly flagged: string | undefined;
  readonly right: number;
}

const rightAnswer = ({ keys, cardinality, itemId }: KeyedItem): Value => {
  const [first] = keys;
  if (first === undefined) throw new RangeError(`The item ${itemId} has no key.`);
  return cardinality === 'single' ? first : [...keys];
};

const wrongAnswer = ({ choices, keys, cardinality, itemId }: KeyedItem): Value => {
  const other = choices.find((choice) => !keys.includes(choice));
  if (other === undefined) throw new RangeError(`Every choice of the item ${itemId} is a key.`);
  return cardinality === 'single' ? other : [other];
};

/**
 * Answers that pass with some to spare and some wrong: half of the mistakes that the pass mark allows, spread over the
 * form; or that fail by one. One item is first answered wrongly and then changed, the last one is flagged.
 *
 * @param passMark the least number of right answers.
 */
export const planAnswers = (
  items: readonly KeyedItem[],
  passMark: number,
  nextSeq: number,
  passes = true,
): AnswerPlan => {
  const allowed = items.length - passMark;
  const mistakes = Math.max(0, passes ? Math.floor(allowed / 2) : Math.min(items.length, allowed + 1));
  const every = mistakes === 0 ? Number.POSITIVE_INFINITY : items.length / mistakes;
  const isWrong = (index: number): boolean => Math.floor((index + 1) / every) > Math.floor(index / every);
  const given = items.map((item, index) => (isWrong(index) ? wrongAnswer(item) : rightAnswer(item)));
  const changedIndex = items.findIndex((_, index) => !isWrong(index));
  const changed = items[changedIndex];
  const flagged = items.at(-1);

  const entries: PlannedEntry[] = [];
  const add = (itemId: string, value: Value): void => {
    entries.push({ seq: nextSeq + entries.length, itemId, kind: 'response', value });
  };
  if (changed) add(changed.itemId, wrongAnswer(changed));
  for (const [index, { itemId }] of items.entries()) add(itemId, given[index] ?? '');
  if (flagged) entries.push({ seq: nextSeq + entries.length, itemId: flagged.itemId, kind: 'flag', value: true });
  return {
    entries,
    responses: Object.fromEntries(items.map(({ itemId }, index) => [itemId, given[index] ?? ''])),
    changed: changed?.itemId,
    flagged: flagged?.itemId,
    right: items.length - items.filter((_, index) => isWrong(index)).length,
  };
};

/** In a few requests, as a browser sends them: four, or more where there are many. */
export const inBatches = <T>(entries: readonly T[], largest: number): readonly (readonly T[])[] => {
  const size = Math.min(largest, Math.max(1, Math.ceil(entries.length / 4)));
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
};
