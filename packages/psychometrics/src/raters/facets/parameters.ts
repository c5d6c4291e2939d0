import type { FacetDesign } from './observations.ts';

/** Where the parameters stand, and how the free ones make all of them. */
export interface ParameterMap {
  /** All parameters: mean and standard deviation of the persons, measures of the elements, steps. */
  readonly size: number;
  /** The first element of each facet. */
  readonly facets: readonly number[];
  /** The first step of each group. */
  readonly groups: readonly number[];
  /** Free parameters. */
  readonly free: number;
  /** For each parameter the free ones it is made of, with their signs: itself, or minus the others of its set. */
  readonly made: readonly { readonly from: readonly number[]; readonly sign: 1 | -1 }[];
}

/** The mean of the persons stands first, then their standard deviation. */
export const MEAN = 0;
/** The place of the standard deviation of the persons. */
export const DEVIATION = 1;

/** Each facet, and the steps of each group, sum to zero: the last of a set is minus the sum of the others. */
export function parameterMap({ facets, groups }: FacetDesign): ParameterMap {
  const made: { from: readonly number[]; sign: 1 | -1 }[] = [
    { from: [0], sign: 1 },
    { from: [1], sign: 1 },
  ];
  let free = 2;
  const add = (length: number): number => {
    const at = made.length;
    const own = Array.from({ length: Math.max(0, length - 1) }, (_, index) => free + index);
    for (const index of own) made.push({ from: [index], sign: 1 });
    if (length > 0) made.push({ from: own, sign: -1 });
    free += own.length;
    return at;
  };
  const facetStarts = facets.map(({ elements }) => add(elements.length));
  const groupStarts = groups.map(({ scores }) => add(scores.length - 1));
  return { size: made.length, facets: facetStarts, groups: groupStarts, free, made };
}

/** All parameters from the free ones. */
export const expand = ({ made }: ParameterMap, free: Float64Array): Float64Array =>
  Float64Array.from(made, ({ from, sign }) => sign * from.reduce((sum, index) => sum + (free[index] ?? 0), 0));

/** A gradient to all parameters, as a gradient to the free ones. */
export function reduceGradient({ made, free }: ParameterMap, full: Float64Array): Float64Array {
  const reduced = new Float64Array(free);
  made.forEach(({ from, sign }, at) => {
    for (const index of from) reduced[index] = (reduced[index] ?? 0) + sign * (full[at] ?? 0);
  });
  return reduced;
}

/** A second-derivative matrix of all parameters, as one of the free ones; row-major. */
export function reduceMatrix({ made, free, size }: ParameterMap, full: Float64Array): Float64Array {
  const half = new Float64Array(size * free);
  for (let row = 0; row < size; row += 1) {
    made.forEach(({ from, sign }, column) => {
      const value = sign * (full[row * size + column] ?? 0);
      if (value !== 0) for (const index of from) half[row * free + index] = (half[row * free + index] ?? 0) + value;
    });
  }
  const reduced = new Float64Array(free * free);
  made.forEach(({ from, sign }, row) => {
    for (const index of from) {
      for (let column = 0; column < free; column += 1) {
        reduced[index * free + column] =
          (reduced[index * free + column] ?? 0) + sign * (half[row * free + column] ?? 0);
      }
    }
  });
  return reduced;
}

/** Variances of all parameters from the covariances of the free ones. */
export const fullVariances = ({ made, free }: ParameterMap, covariance: Float64Array): Float64Array =>
  Float64Array.from(made, ({ from }) =>
    Math.max(
      0,
      from.reduce((sum, a) => sum + from.reduce((own, b) => own + (covariance[a * free + b] ?? 0), 0), 0),
    ),
  );
