import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import { categoryCount, type Item } from '../../irt/items/item.ts';
import { categoryProbabilities } from '../../irt/items/response-function.ts';
import { scorePersons } from '../../irt/scoring/index.ts';

/** Abilities are held within these bounds, so that perfect scores on a few items have a likelihood. */
const BOUNDS = [-5, 5] as const;

/**
 * The signed root of the likelihood ratio of two abilities, one per set of items, against one; one per person, null
 * where the person answered no item of a set.
 *
 * @param inside,outside the two sets, and `all` both together; the same persons.
 * @see Sinharay (2017), Journal of Educational and Behavioral Statistics 42(1).
 */
export function abilityShift(
  inside: ResponseMatrix,
  outside: ResponseMatrix,
  all: ResponseMatrix,
  items: readonly Item[],
): readonly (number | null)[] {
  const within = fitted(inside, items);
  const beyond = fitted(outside, items);
  const together = fitted(all, items);
  return all.persons.map((_, person) => {
    const a = within[person] ?? null;
    const b = beyond[person] ?? null;
    const c = together[person] ?? null;
    if (a === null || b === null || c === null) return null;
    // Never below 0 but for rounding: two abilities fit at least as well as one.
    const ratio = Math.max(0, 2 * (a.log + b.log - c.log));
    return Math.sign(a.theta - b.theta) * Math.sqrt(ratio);
  });
}

/** θ by maximum likelihood with the log-likelihood there. */
function fitted(
  data: ResponseMatrix,
  items: readonly Item[],
): readonly ({ readonly theta: number; readonly log: number } | null)[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const columns = data.items.flatMap((id) => byId.get(id) ?? []);
  const p = new Float64Array(Math.max(2, ...columns.map(categoryCount)));
  return scorePersons(data, items, { method: 'ml', bounds: BOUNDS }).map(({ theta }, person) => {
    if (theta === null) return null;
    let log = 0;
    personResponses(data, person).forEach((value, column) => {
      const item = columns[column];
      if (value < 0 || item === undefined) return;
      categoryProbabilities(item, theta, p);
      log += Math.log(Math.max(p[value] ?? 0, Number.MIN_VALUE));
    });
    return { theta, log };
  });
}
