import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { calibrate } from '../../irt/calibrate/index.ts';
import { type Item, isDichotomous } from '../../irt/items/item.ts';
import { type AnswerSheet, scoresOf } from './answer-sheet.ts';

/** Item parameters estimated from the very responses that are examined. */
export interface OwnCalibration {
  readonly sheet: AnswerSheet;
  readonly items: readonly Item[];
  /** By item id the options that are categories of the model, as indices. */
  readonly categories: ReadonlyMap<string, readonly number[]>;
  readonly notices: readonly string[];
}

/**
 * Calibrates the items of a sheet. Items that everybody answered alike are left aside, for they have no parameters.
 *
 * @param model `2pl` of right and wrong, or `nrm` of the options.
 */
export function calibrateSheet(
  sheet: AnswerSheet,
  model: '2pl' | 'nrm',
  override?: { readonly reason: string },
): OwnCalibration {
  const data: ResponseMatrix =
    model === '2pl' ? scoresOf(sheet) : { persons: sheet.persons, items: sheet.items, values: sheet.choices };
  const found = calibrate(data, { model, se: 'none', onConstant: 'drop', ...(override && { override }) });
  const items = found.items.map(({ item }) => item);
  const categories = new Map(found.items.map((one) => [one.item.id, one.categories]));
  const kept = new Set(items.map(({ id }) => id));
  const dropped = sheet.items.filter((id) => !kept.has(id));
  const what = items.every(isDichotomous) ? 'right and wrong' : 'the options';
  const notices = [
    `No item parameters were given: a ${model.toUpperCase()} of ${what} was calibrated with the responses examined (${found.converged ? `${found.iterations} iterations` : `not converged after ${found.iterations} iterations`}).`,
  ];
  if (dropped.length > 0) notices.push(`Left aside, for everybody answered alike: ${dropped.join(', ')}.`);
  return { sheet: dropped.length === 0 ? sheet : keepItems(sheet, kept), items, categories, notices };
}

/** The sheet with some of its items. */
export function keepItems(sheet: AnswerSheet, kept: ReadonlySet<string>): AnswerSheet {
  const columns = sheet.items.map((_, column) => column).filter((column) => kept.has(sheet.items[column] ?? ''));
  const width = sheet.items.length;
  const take = (values: Int16Array): Int16Array =>
    Int16Array.from({ length: sheet.persons.length * columns.length }, (_, at) => {
      const person = Math.floor(at / columns.length);
      return values[person * width + (columns[at % columns.length] ?? 0)] ?? -1;
    });
  return {
    persons: sheet.persons,
    items: columns.map((column) => sheet.items[column] ?? ''),
    choices: take(sheet.choices),
    options: columns.map((column) => sheet.options[column] ?? []),
    keys: sheet.keys === null ? null : columns.map((column) => sheet.keys?.[column] ?? []),
    scores: sheet.scores === null ? null : take(sheet.scores),
  };
}
