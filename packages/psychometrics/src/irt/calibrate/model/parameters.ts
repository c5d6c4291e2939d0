import type { ItemFamily } from './family.ts';
import type { Prior } from './priors.ts';

/** The latent distribution of a group among the parameters: the index of each, −1 where it is fixed at 0 or 1. */
export interface GroupParameters {
  readonly id: string;
  readonly n: number;
  readonly mean: number;
  /** Of log sd. */
  readonly logSd: number;
}

/** All that is estimated, in one vector. */
export interface Model {
  readonly families: readonly ItemFamily[];
  /** Per item, the index in the vector of each local parameter. */
  readonly indexes: readonly Int32Array[];
  /** Parameters that several items share (the steps of the rating scale model) stand from `shared` to before `latent`. */
  readonly shared: number;
  readonly latent: number;
  readonly groups: readonly GroupParameters[];
  readonly size: number;
  /** By index in the vector. */
  readonly priors: ReadonlyMap<number, Prior>;
  /** Per item, the index of its category 0 among all categories of all items; one more at the end. */
  readonly firstState: Int32Array;
}

/** The local parameters of an item. */
export function localOf({ indexes }: Model, item: number, x: Float64Array): Float64Array {
  const at = indexes[item] ?? new Int32Array();
  const local = new Float64Array(at.length);
  for (let j = 0; j < at.length; j += 1) local[j] = x[at[j] ?? 0] ?? 0;
  return local;
}

/** The mean of θ of a group; 0 where it is fixed. */
export const meanOf = (group: GroupParameters, x: Float64Array): number => (group.mean < 0 ? 0 : (x[group.mean] ?? 0));
/** The standard deviation of θ of a group; 1 where it is fixed. */
export const sdOf = (group: GroupParameters, x: Float64Array): number =>
  group.logSd < 0 ? 1 : Math.exp(x[group.logSd] ?? 0);

/**
 * Lays the parameters out: those of the items one after the other, shared ones, and the latent distributions.
 *
 * @param shared how many of the last local parameters of each item with parameters are the same for all.
 * @param free whether mean and variance of the first group are estimated; those of the others always are.
 */
export function layOut(
  families: readonly ItemFamily[],
  shared: number,
  groups: readonly { readonly id: string; readonly n: number }[],
  free: { readonly mean: boolean; readonly variance: boolean },
): Omit<Model, 'priors'> {
  let own = 0;
  for (const { size } of families) own += Math.max(0, size - shared);
  let next = 0;
  const indexes = families.map(({ size }) =>
    Int32Array.from({ length: size }, (_, j) => {
      if (j >= size - shared) return own + j - (size - shared);
      next += 1;
      return next - 1;
    }),
  );
  const latent = own + shared;
  let size = latent;
  const take = (is: boolean): number => {
    if (!is) return -1;
    size += 1;
    return size - 1;
  };
  const laid = groups.map(({ id, n }, g) => ({
    id,
    n,
    mean: take(g > 0 || free.mean),
    logSd: take(g > 0 || free.variance),
  }));
  const firstState = new Int32Array(families.length + 1);
  families.forEach(({ categories }, i) => {
    firstState[i + 1] = (firstState[i] ?? 0) + categories;
  });
  return { families, indexes, shared: own, latent, groups: laid, size, firstState };
}
