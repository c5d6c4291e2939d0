import { type Item, isDichotomous } from '../irt/items/item.ts';
import { solve } from '../numeric/linear.ts';
import type { CommonItem } from './common-items.ts';
import type { ScaleTransformation } from './transform.ts';

/**
 * Covariance matrices of the estimated parameters, by item id, row-major. Parameters stand in the order discrimination,
 * intercept, guessing, upper (dichotomous); discrimination, intercepts (graded and step items); slopes, intercepts
 * (nominal). Parameters that were not estimated have zeros.
 */
export type ItemCovariances = Readonly<Record<string, ArrayLike<number>>>;

/** The parameters of an item in the order of {@link ItemCovariances}. */
export function parametersOf(item: Item): readonly number[] {
  if (isDichotomous(item)) return [item.discrimination, item.intercept, item.guessing, item.upper];
  return item.model === 'nrm' ? [...item.slopes, ...item.intercepts] : [item.discrimination, ...item.intercepts];
}

/** The same item with other parameters, in the order of {@link ItemCovariances}. */
export function withParameters(item: Item, values: readonly number[]): Item {
  const [first = 0, second = 0, third = 0, fourth = 1] = values;
  if (isDichotomous(item)) return { ...item, discrimination: first, intercept: second, guessing: third, upper: fourth };
  if (item.model === 'nrm') {
    return { ...item, slopes: values.slice(0, item.slopes.length), intercepts: values.slice(item.slopes.length) };
  }
  return { ...item, discrimination: first, intercepts: values.slice(1) };
}

/** What a method says of the transformation for parameters near those it was found for. */
export type LinkResponse =
  /** It is computed anew. */
  | { readonly kind: 'direct'; readonly compute: (common: readonly CommonItem[]) => ScaleTransformation }
  /** It minimizes a criterion with this gradient to slope and intercept. */
  | {
      readonly kind: 'minimum';
      readonly gradient: (common: readonly CommonItem[], at: ScaleTransformation) => ArrayLike<number>;
      readonly fixedSlope: boolean;
    };

/**
 * Standard errors of slope and intercept by the delta method over the parameters of the common items; the items'
 * estimates are taken as independent of each other.
 *
 * @returns null for both where a covariance matrix is missing, has another size, or the minimum is flat.
 * @see Ogasawara (2000), Econ. Rev. Otaru Univ. 51(1), and (2001), APM 25(1); Kim & Lee (2006), JEM 43(1) for polytomous items.
 */
export function linkErrors(
  common: readonly CommonItem[],
  found: ScaleTransformation,
  response: LinkResponse,
  covariances: { readonly old: ItemCovariances; readonly new: ItemCovariances },
): { readonly slope: number | null; readonly intercept: number | null } {
  const none = { slope: null, intercept: null };
  const toConstants = response.kind === 'minimum' ? responseOfMinimum(common, found, response) : undefined;
  if (response.kind === 'minimum' && toConstants === undefined) return none;
  const variance: [number, number] = [0, 0];
  for (const [index, pair] of common.entries()) {
    for (const side of ['old', 'new'] as const) {
      const matrix = covariances[side][pair.id];
      const values = parametersOf(pair[side]);
      if (matrix === undefined || matrix.length !== values.length ** 2) return none;
      const derivatives = values.map((_, parameter): readonly [number, number] => {
        const sd = Math.sqrt(Math.max(0, matrix[parameter * (values.length + 1)] ?? 0));
        if (sd === 0) return [0, 0];
        // A thousandth of the sampling error: the response is straight so near, and far above rounding.
        const step = 1e-3 * sd;
        const changed = (by: number): readonly CommonItem[] =>
          common.map((other, at) => {
            if (at !== index) return other;
            const moved = values.map((value, place) => (place === parameter ? value + by : value));
            return { ...pair, [side]: withParameters(pair[side], moved) };
          });
        return centralDifference(changed(step), changed(-step), step, found, response, toConstants);
      });
      for (let i = 0; i < values.length; i += 1) {
        for (let j = 0; j < values.length; j += 1) {
          const share = matrix[i * values.length + j] ?? 0;
          for (const constant of [0, 1] as const) {
            variance[constant] += (derivatives[i]?.[constant] ?? 0) * (derivatives[j]?.[constant] ?? 0) * share;
          }
        }
      }
    }
  }
  return { slope: Math.sqrt(Math.max(0, variance[0])), intercept: Math.sqrt(Math.max(0, variance[1])) };
}

type ToConstants = (change: readonly [number, number]) => readonly [number, number];

function centralDifference(
  up: readonly CommonItem[],
  down: readonly CommonItem[],
  step: number,
  found: ScaleTransformation,
  response: LinkResponse,
  toConstants: ToConstants | undefined,
): readonly [number, number] {
  if (response.kind === 'direct') {
    const [a, b] = [response.compute(up), response.compute(down)];
    return [(a.slope - b.slope) / (2 * step), (a.intercept - b.intercept) / (2 * step)];
  }
  const [a, b] = [response.gradient(up, found), response.gradient(down, found)];
  const change = (at: number): number => ((a[at] ?? 0) - (b[at] ?? 0)) / (2 * step);
  return toConstants?.([change(0), change(1)]) ?? [0, 0];
}

/** How the minimum moves when its gradient changes: by minus the inverse of the second derivatives. */
function responseOfMinimum(
  common: readonly CommonItem[],
  found: ScaleTransformation,
  response: Extract<LinkResponse, { kind: 'minimum' }>,
): ToConstants | undefined {
  const step = 1e-5;
  const second = (slope: number, intercept: number): readonly [number, number] => {
    const at = (by: number) =>
      response.gradient(common, { slope: found.slope + by * slope, intercept: found.intercept + by * intercept });
    const [a, b] = [at(step), at(-step)];
    return [((a[0] ?? 0) - (b[0] ?? 0)) / (2 * step), ((a[1] ?? 0) - (b[1] ?? 0)) / (2 * step)];
  };
  const [bySlope, byIntercept] = [second(1, 0), second(0, 1)];
  if (response.fixedSlope) {
    const curvature = byIntercept[1];
    return curvature > 0 ? (change) => [0, -change[1] / curvature] : undefined;
  }
  const hessian = Float64Array.of(bySlope[0], byIntercept[0], bySlope[1], byIntercept[1]);
  if (solve(hessian, 2, Float64Array.of(1, 0)) === undefined) return undefined;
  return (change) => {
    const moved = solve(hessian, 2, Float64Array.of(-change[0], -change[1]));
    return [moved?.[0] ?? 0, moved?.[1] ?? 0];
  };
}
