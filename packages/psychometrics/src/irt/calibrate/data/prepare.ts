import { listed } from '../../../data/listed.ts';
import type { ResponseMatrix } from '../../../data/response-matrix.ts';
import type { Item } from '../../items/item.ts';
import { type CalibrateOptions, isDichotomousModel } from '../options.ts';
import { allAlike, categoriesOf, type ItemCategories } from './categories.ts';

/** An item as it is calibrated. */
export interface PreparedItem extends ItemCategories {
  readonly id: string;
  /** Where it stays as it is. */
  readonly anchor: Item | null;
}

/** Responses ready for calibration: checked, recoded to the categories 0, 1, … without gaps, −1 for any missing. */
export interface PreparedData {
  readonly items: readonly PreparedItem[];
  /** Candidates with at least one response to these items. */
  readonly n: number;
  /** Row by row, n × items. */
  readonly values: Int16Array;
  /** In the order of their first candidate. */
  readonly groups: readonly { readonly id: string; readonly n: number }[];
  /** One per candidate. */
  readonly groupOf: Int32Array;
  readonly notices: readonly string[];
}

/**
 * Checks the data and makes them ready.
 *
 * @throws {RangeError} naming what cannot be calibrated: items that all answered alike, categories that the model does not
 *   have, labels of groups that are not one per candidate, anchors twice or not in the data.
 */
export function prepare(data: ResponseMatrix, options: CalibrateOptions): PreparedData {
  const notices: string[] = [];
  if (options.groups !== undefined && options.groups.length !== data.persons.length) {
    throw new RangeError(
      `there are ${options.groups.length} labels of groups and ${data.persons.length} candidates; give one for each`,
    );
  }
  const anchors = anchorsById(options.anchors ?? [], data);
  const all = data.items.map((id, index) => ({
    id,
    index,
    anchor: anchors.get(id) ?? null,
    ...categoriesOf(data, index, anchors.get(id) ?? null),
  }));
  const kept = withoutConstant(all, options, notices);
  checkCategories(kept, options);
  const free = kept.filter(({ anchor }) => anchor === null);
  const recoded = free.filter(({ categories }) => categories.some((value, k) => value !== k));
  if (recoded.length > 0) {
    notices.push(
      `categories without responses were closed up, the lowest category counts as 0, in ${listed(recoded.map(({ id }) => id))}; "categories" of each item says which value in the data each is`,
    );
  }
  return { items: kept, ...takeCandidates(data, kept, options, notices), notices };
}

function anchorsById(anchors: readonly Item[], data: ResponseMatrix): ReadonlyMap<string, Item> {
  const byId = new Map<string, Item>();
  for (const anchor of anchors) {
    if (byId.has(anchor.id)) throw new RangeError(`anchor ${anchor.id} is given twice; ids must differ`);
    byId.set(anchor.id, anchor);
  }
  if (anchors.length > 0 && !data.items.some((id) => byId.has(id))) {
    throw new RangeError(`none of the anchors ${listed([...byId.keys()])} is an item of the data; match them by id`);
  }
  return byId;
}

interface IndexedItem extends PreparedItem {
  readonly index: number;
}

function withoutConstant(
  items: readonly IndexedItem[],
  { onConstant = 'refuse' }: CalibrateOptions,
  notices: string[],
): readonly IndexedItem[] {
  const constant = items.filter((item) => item.anchor === null && allAlike(item));
  if (constant.length === 0) return items;
  const ids = listed(constant.map(({ id }) => id));
  if (onConstant === 'refuse') {
    throw new RangeError(
      `all candidates answered alike, or nobody answered: ${ids}; such an item has no difficulty, leave it out`,
    );
  }
  const rest = items.filter((item) => !constant.includes(item));
  if (rest.length === 0) throw new RangeError('no item is left that candidates answered differently');
  notices.push(`left out, for all candidates answered alike or nobody answered: ${ids}`);
  return rest;
}

function checkCategories(items: readonly IndexedItem[], { model }: CalibrateOptions): void {
  const free = items.filter(({ anchor }) => anchor === null);
  if (isDichotomousModel(model)) {
    const other = free.filter(({ categories }) => categories.some((value) => value > 1));
    if (other.length > 0) {
      throw new RangeError(
        `${model} takes responses 0 and 1; other values stand in ${listed(other.map(({ id }) => id))}; score them by the key, or use pcm, gpcm, rsm, grm or nrm`,
      );
    }
  }
  const counts = new Set(free.map(({ categories }) => categories.length));
  if (model === 'rsm' && counts.size > 1) {
    const most = Math.max(...counts);
    const fewer = free.filter(({ categories }) => categories.length < most).map(({ id }) => id);
    throw new RangeError(
      `the rating scale model has one set of steps, but ${listed(fewer)} use fewer categories than the other items; use pcm, or leave them out`,
    );
  }
  const many = free.filter(({ categories }) => categories.length > 50).map(({ id }) => id);
  if (many.length > 0) throw new RangeError(`more than 50 categories stand in ${listed(many)}; group the scores first`);
}

function takeCandidates(
  data: ResponseMatrix,
  items: readonly IndexedItem[],
  options: CalibrateOptions,
  notices: string[],
): Pick<PreparedData, 'n' | 'values' | 'groups' | 'groupOf'> {
  const width = data.items.length;
  const recode = items.map(({ categories }) => new Map(categories.map((value, k) => [value, k])));
  const values = new Int16Array(data.persons.length * items.length);
  const groupOf = new Int32Array(data.persons.length);
  const groups = new Map<string, { index: number; n: number }>();
  const without: string[] = [];
  let n = 0;
  for (let person = 0; person < data.persons.length; person += 1) {
    const start = n * items.length;
    let answered = false;
    for (let at = 0; at < items.length; at += 1) {
      const value = data.values[person * width + (items[at]?.index ?? 0)] ?? -1;
      const k = value < 0 ? -1 : (recode[at]?.get(value) ?? -1);
      values[start + at] = k;
      if (k >= 0) answered = true;
    }
    if (!answered) {
      without.push(data.persons[person] ?? '');
      continue;
    }
    const label = options.groups?.[person] ?? 'all';
    const group = groups.get(label) ?? { index: groups.size, n: 0 };
    group.n += 1;
    groups.set(label, group);
    groupOf[n] = group.index;
    n += 1;
  }
  if (n === 0) throw new RangeError('no candidate has a response; there is nothing to calibrate');
  if (without.length > 0) notices.push(`${without.length} without any response left out: ${listed(without)}`);
  const empty = new Set(options.groups ?? []);
  for (const label of groups.keys()) empty.delete(label);
  if (empty.size > 0) notices.push(`groups without any response left out: ${listed([...empty])}`);
  requireGroups(groups);
  return {
    n,
    values: values.subarray(0, n * items.length),
    groups: [...groups].map(([id, group]) => ({ id, n: group.n })),
    groupOf: groupOf.subarray(0, n),
  };
}

/** Each further group has a mean and a variance of its own. */
const MOST_GROUPS = 50;

function requireGroups(groups: ReadonlyMap<string, { readonly n: number }>): void {
  if (groups.size > MOST_GROUPS) {
    throw new RangeError(
      `there are ${groups.size} groups; at most ${MOST_GROUPS} can be told apart, so join some, or check that the column names groups`,
    );
  }
  const single = groups.size < 2 ? [] : [...groups].filter(([, { n }]) => n < 2).map(([id]) => id);
  if (single.length > 0) {
    throw new RangeError(
      `a single candidate stands in group ${listed(single)}; one has no variance, so join it or leave it out`,
    );
  }
}
