import { itemInformation } from '../irt/items/response-function.ts';
import { attributeOf, matches } from './condition.ts';
import type { Condition, PoolItem, Quantity, StimulusSpec } from './spec.ts';

/** What each item, and each stimulus, adds to a quantity of the form that it stands on. */
export interface Additions {
  /** One per item of the pool; 0 for items that do not count. */
  readonly items: Float64Array;
  readonly stimuli: Float64Array;
  /** 1 for items that count. */
  readonly counted: Float64Array;
}

/** The pool as the program sees it. */
export interface Pool {
  readonly items: readonly PoolItem[];
  readonly stimuli: readonly StimulusSpec[];
}

const NEAR = 1e-9;

/**
 * Information of an item at θ.
 *
 * @throws {RangeError} when the item has neither parameters nor information at this θ.
 */
export function informationOf(item: PoolItem, theta: number): number {
  const given = item.information?.find((point) => Math.abs(point.theta - theta) < NEAR)?.value;
  const information = given ?? (item.parameters === undefined ? undefined : itemInformation(item.parameters, theta));
  if (information !== undefined && Number.isFinite(information)) return information;
  if (information !== undefined) {
    throw new RangeError(`item ${item.id} has no finite information at θ = ${theta}; look at its parameters`);
  }
  throw new RangeError(`item ${item.id} has neither parameters nor information at θ = ${theta}; give one of them`);
}

function numberOf(item: PoolItem, attribute: string): number {
  const value = attributeOf(item, attribute);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RangeError(
    `item ${item.id} has no number for "${attribute}" (it has ${JSON.stringify(value)}); a sum needs one for every item that counts`,
  );
}

/**
 * What items and stimuli add to the quantity.
 *
 * @param where which items count; a stimulus counts by its own id and attributes.
 * @throws {RangeError} naming the first item without the number that is summed.
 */
export function additionsTo({ items, stimuli }: Pool, quantity: Quantity, where: Condition | undefined): Additions {
  const counted = Float64Array.from(items, (item) => Number(matches(item, where)));
  const perItem = (value: (item: PoolItem) => number): Float64Array =>
    Float64Array.from(items, (item, at) => (counted[at] === 1 ? value(item) : 0));
  const stimulusCounts = ({ id, attributes }: StimulusSpec): boolean =>
    matches({ id, attributes: attributes ?? {} }, where);
  const none = new Float64Array(stimuli.length);
  if ('information' in quantity) {
    return { items: perItem((item) => informationOf(item, quantity.information)), stimuli: none, counted };
  }
  if ('sum' in quantity) {
    const own = Float64Array.from(stimuli, (stimulus) =>
      where === undefined || stimulusCounts(stimulus) ? (stimulus.attributes?.[quantity.sum] ?? 0) : 0,
    );
    return { items: perItem((item) => numberOf(item, quantity.sum)), stimuli: own, counted };
  }
  if (quantity.count === 'stimuli') {
    return {
      items: new Float64Array(items.length),
      stimuli: Float64Array.from(stimuli, (stimulus) => Number(stimulusCounts(stimulus))),
      counted,
    };
  }
  return { items: perItem(() => 1), stimuli: none, counted };
}
