import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { categoryCount, type Item, isDichotomous } from '../../irt/items/item.ts';
import { categoryProbabilities } from '../../irt/items/response-function.ts';
import type { AnswerSheet } from './answer-sheet.ts';

/**
 * The answers as categories of the item response model: of a dichotomous item the score (two wrong answers are alike,
 * whatever the options), of any other item the option.
 */
export interface ModelAnswers {
  readonly answers: ResponseMatrix;
  /** Items in the order of the columns. */
  readonly items: readonly Item[];
  /** Whether options are told apart, or only right from wrong, or both kinds of items stand side by side. */
  readonly compares: 'options' | 'scores' | 'both';
  /** Categories in a row of the tables below: the most that any item has. */
  readonly stride: number;
  /** At `item * stride + category` 1 where the category is right, else 0; null where the key is not known. */
  readonly right: Float64Array | null;
}

/**
 * Brings answers and items together.
 *
 * @param items in any order; items that the sheet lacks are left aside.
 * @param categories by item id the indices of the options that are the categories of its model, where that is known.
 * @throws {RangeError} naming the items of the sheet without parameters, and options that the model of an item lacks.
 */
export function modelAnswers(
  sheet: AnswerSheet,
  items: readonly Item[],
  categories?: ReadonlyMap<string, readonly number[]>,
): ModelAnswers {
  const byId = new Map(items.map((item) => [item.id, item]));
  const without = sheet.items.filter((id) => !byId.has(id));
  if (without.length > 0) {
    const more = without.length > 8 ? ', …' : '';
    throw new RangeError(
      `no parameters for ${without.slice(0, 8).join(', ')}${more}; calibrate them, or leave the columns out`,
    );
  }
  const ordered = sheet.items.flatMap((id) => byId.get(id) ?? []);
  const stride = Math.max(2, ...ordered.map(categoryCount));
  const width = ordered.length;
  const { persons, scores, choices, keys } = sheet;
  const values = new Int16Array(choices.length);
  const right = keys === null ? null : new Float64Array(width * stride);
  let anywhere: readonly string[] | null = null;
  const chosenAnywhere = (): readonly string[] => {
    anywhere ??= optionsChosen(sheet);
    return anywhere;
  };
  ordered.forEach((item, column) => {
    const scored = isDichotomous(item);
    if (scored && scores === null) {
      throw new RangeError(`item ${item.id} is dichotomous and its key is not known; give the key of each item`);
    }
    const category = scored ? null : categoriesOf(sheet, column, item, chosenAnywhere, categories?.get(item.id));
    for (let person = 0; person < persons.length; person += 1) {
      const at = person * width + column;
      const choice = choices[at] ?? -1;
      values[at] = category === null ? (scores?.[at] ?? -1) : choice < 0 ? choice : (category[choice] ?? -1);
    }
    if (right === null) return;
    if (category === null) right[column * stride + 1] = 1;
    for (const option of keys?.[column] ?? []) {
      const key = category?.[option] ?? -1;
      if (key >= 0) right[column * stride + key] = 1;
    }
  });
  const dichotomous = ordered.filter(isDichotomous).length;
  const compares = dichotomous === width ? 'scores' : dichotomous === 0 ? 'options' : 'both';
  return { answers: { persons, items: sheet.items, values }, items: ordered, compares, stride, right };
}

/**
 * The category of each option of an item, −1 where the model lacks it. The options of the item in their order are the
 * categories where there are as many; else those that somebody chose; else the options of the whole sheet; else
 * numbers from 0, or from 1 where nobody has a 0.
 */
function categoriesOf(
  sheet: AnswerSheet,
  column: number,
  item: Item,
  chosenAnywhere: () => readonly string[],
  known?: readonly number[],
): readonly number[] {
  const own = sheet.options[column] ?? [];
  if (known !== undefined) return own.map((_, index) => known.indexOf(index));
  const count = categoryCount(item);
  if (own.length === count) return own.map((_, index) => index);
  const width = sheet.items.length;
  const chosen = new Set<number>();
  for (let at = column; at < sheet.choices.length; at += width) chosen.add(sheet.choices[at] ?? -1);
  const used = own.map((_, index) => index).filter((index) => chosen.has(index));
  if (used.length === count) return own.map((_, index) => used.indexOf(index));
  const anywhere = chosenAnywhere();
  if (anywhere.length === count) return own.map((option) => anywhere.indexOf(option));
  const numbers = own.map(Number);
  const first = anywhere.includes('0') ? 0 : 1;
  const fits = used.every((index) => {
    const category = (numbers[index] ?? Number.NaN) - first;
    return Number.isInteger(category) && category >= 0 && category < count;
  });
  if (fits) return numbers.map((value) => (value - first < count ? value - first : -1));
  throw new RangeError(
    `item ${item.id} has ${own.length} options (${own.slice(0, 8).join(', ')}) and its model ${count} categories; calibrate it with the same options`,
  );
}

/** What anybody chose of any item, in natural order. */
function optionsChosen({ choices, options, items }: AnswerSheet): readonly string[] {
  const found = new Set<string>();
  choices.forEach((choice, at) => {
    const option = choice < 0 ? undefined : options[at % items.length]?.[choice];
    if (option !== undefined) found.add(option);
  });
  return [...found].sort(new Intl.Collator('en', { numeric: true }).compare);
}

/**
 * The probability of each category for one person, 0 throughout where the person gave no answer.
 *
 * @param into room for `items.length * stride` numbers from `at` on.
 */
export function fillProbabilities(
  model: ModelAnswers,
  person: number,
  theta: number,
  into: Float64Array,
  at = 0,
): void {
  const { items, answers, stride } = model;
  const width = items.length;
  into.fill(0, at, at + width * stride);
  items.forEach((item, column) => {
    if ((answers.values[person * width + column] ?? -1) < 0) return;
    categoryProbabilities(item, theta, into, at + column * stride);
  });
}
