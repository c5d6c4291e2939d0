import { gaussHermite, normalGrid } from '../numeric/quadrature.ts';

/** The points of the scale at which characteristic curves are compared, and how much each counts. */
export interface CurveWeights {
  readonly nodes: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/**
 * How curves are compared: `uniform` at points of the same weight, `normal` by the density of a normal distribution of
 * ability at such points, `quadrature` at the points of Gauss and Hermite; or points of one's own, such as estimates of ability.
 */
export type WeightChoice =
  | { readonly kind: 'uniform'; readonly points?: number; readonly low?: number; readonly high?: number }
  | {
      readonly kind: 'normal';
      readonly points?: number;
      readonly low?: number;
      readonly high?: number;
      readonly mean?: number;
      readonly sd?: number;
    }
  | { readonly kind: 'quadrature'; readonly points?: number; readonly mean?: number; readonly sd?: number }
  | ({ readonly kind: 'own' } & CurveWeights);

/**
 * The points and weights of a choice; they sum to 1. By default 40 points from −4 to 4, for normal weights 41, for
 * quadrature 30.
 *
 * @throws {RangeError} for fewer than two points, a range or deviation of nothing, or weights that are not all above 0.
 */
export function curveWeights(choice: WeightChoice): CurveWeights {
  if (choice.kind === 'own') return requireWeights(choice);
  if (choice.kind === 'quadrature') {
    const { points = 30, mean = 0, sd = 1 } = choice;
    requirePoints(points, mean - sd, mean + sd);
    const { nodes, weights } = gaussHermite(points);
    return { nodes: Float64Array.from(nodes, (node) => mean + sd * node), weights };
  }
  const { points = choice.kind === 'normal' ? 41 : 40, low = -4, high = 4 } = choice;
  requirePoints(points, low, high);
  if (choice.kind === 'normal') {
    const { mean = 0, sd = 1 } = choice;
    if (!(sd > 0)) throw new RangeError(`the standard deviation of the weights is ${sd}; give one above 0`);
    return normalGrid(points, low, high, mean, sd);
  }
  const nodes = Float64Array.from({ length: points }, (_, at) => low + ((high - low) * at) / (points - 1));
  return { nodes, weights: new Float64Array(points).fill(1 / points) };
}

function requirePoints(points: number, low: number, high: number): void {
  if (!Number.isInteger(points) || points < 2 || points > 100_000 || !(low < high) || !Number.isFinite(high - low)) {
    throw new RangeError(
      `${points} points from ${low} to ${high} compare no curves; give two points or more, low to high`,
    );
  }
}

function requireWeights({ nodes, weights }: CurveWeights): CurveWeights {
  const list = Array.from(weights);
  const sum = list.reduce((total, weight) => total + weight, 0);
  if (nodes.length !== weights.length || nodes.length < 2) {
    throw new RangeError(
      `${nodes.length} points have ${weights.length} weights; give each of two points or more one weight`,
    );
  }
  if (!list.every((weight) => weight > 0 && Number.isFinite(weight)) || !Array.from(nodes).every(Number.isFinite)) {
    throw new RangeError(
      'a point or weight is no number, or a weight is not above 0; leave out points that do not count',
    );
  }
  return { nodes, weights: Float64Array.from(list, (weight) => weight / sum) };
}
