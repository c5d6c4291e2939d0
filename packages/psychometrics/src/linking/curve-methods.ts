import type { Item } from '../irt/items/item.ts';
import { probabilities } from '../irt/items/response-function.ts';
import { ItemCurve } from '../irt/scoring/item-curve.ts';
import { minimizeBfgs, minimizeScalar } from '../numeric/optimize.ts';
import type { CommonItem } from './common-items.ts';
import { requireTransformation, type ScaleTransformation } from './transform.ts';
import type { CurveWeights } from './weights.ts';

/** Which curves are compared: each category of each item, or the sum of the expected scores of all items. */
export type CurveCriterion = 'haebara' | 'stocking-lord';

/** Over which points: of the old scale, and for a symmetric criterion also of the new. */
export interface CurveScales {
  readonly old: CurveWeights;
  readonly new: CurveWeights | null;
}

/** A transformation found by a minimum. */
export interface CurveLink extends ScaleTransformation {
  readonly criterion: number;
  readonly converged: boolean;
  readonly iterations: number;
}

interface Evaluated {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * The criterion of Haebara (1980, Jpn. Psychol. Res. 22) or of Stocking & Lord (1983, APM 7(2)) as a function of the
 * transformation, with its derivatives to slope and intercept: a weighted mean over the points of squared differences of
 * curves. The curves that stand still are computed once.
 */
export function curveComparison(
  common: readonly CommonItem[],
  kind: CurveCriterion,
  scales: CurveScales,
): (at: ScaleTransformation) => Evaluated {
  const onOld = prepare(common, 'new', scales.old);
  const onNew = scales.new === null ? null : prepare(common, 'old', scales.new);
  return ({ slope, intercept }) => {
    const total = { value: 0, gradient: new Float64Array(2) };
    addComparison(total, kind, onOld, (theta) => {
      const there = (theta - intercept) / slope;
      return { to: there, bySlope: -there / slope, byIntercept: -1 / slope };
    });
    if (onNew !== null) {
      addComparison(total, kind, onNew, (theta) => ({ to: slope * theta + intercept, bySlope: theta, byIntercept: 1 }));
    }
    return total;
  };
}

/** The items that move, and the probabilities of the others at each point, one run of categories after the other. */
interface Prepared {
  readonly moving: readonly Item[];
  readonly still: Float64Array;
  readonly points: CurveWeights;
}

function prepare(common: readonly CommonItem[], moving: 'old' | 'new', points: CurveWeights): Prepared {
  const still = Array.from(points.nodes, (theta) =>
    common.flatMap((pair) => Array.from(probabilities(moving === 'new' ? pair.old : pair.new, theta))),
  );
  return { moving: common.map((pair) => pair[moving]), still: Float64Array.from(still.flat()), points };
}

function addComparison(
  total: { value: number; readonly gradient: Float64Array },
  kind: CurveCriterion,
  { moving, still, points }: Prepared,
  move: (theta: number) => { readonly to: number; readonly bySlope: number; readonly byIntercept: number },
): void {
  const curve = new ItemCurve();
  const { gradient } = total;
  let at = 0;
  for (let q = 0; q < points.nodes.length; q += 1) {
    const weight = points.weights[q] ?? 0;
    const { to, bySlope, byIntercept } = move(points.nodes[q] ?? 0);
    // Half of the derivative of the squares to θ, of all categories and of the summed scores.
    let [square, pull, gapSum, rateSum] = [0, 0, 0, 0];
    for (const item of moving) {
      curve.at(item, to);
      for (let k = 0; k < curve.count; k += 1) {
        const gap = (curve.p[k] ?? 0) - (still[at] ?? 0);
        const rate = (curve.p[k] ?? 0) * (curve.slope[k] ?? 0);
        at += 1;
        square += gap * gap;
        pull += gap * rate;
        gapSum += k * gap;
        rateSum += k * rate;
      }
    }
    if (kind === 'stocking-lord') [square, pull] = [gapSum * gapSum, gapSum * rateSum];
    total.value += weight * square;
    gradient[0] = (gradient[0] ?? 0) + 2 * weight * pull * bySlope;
    gradient[1] = (gradient[1] ?? 0) + 2 * weight * pull * byIntercept;
  }
}

/**
 * Finds the transformation that brings the curves of the common items nearest to each other.
 *
 * @param fixedSlope takes this slope and finds the intercept alone.
 * @throws {RangeError} for the test curve of nominal items, whose categories have no scores.
 */
export function linkByCurves(
  common: readonly CommonItem[],
  kind: CurveCriterion,
  scales: CurveScales,
  start: ScaleTransformation,
  fixedSlope?: number,
): CurveLink {
  const nominal = common.find((pair) => pair.old.model === 'nrm');
  if (kind === 'stocking-lord' && nominal !== undefined) {
    throw new RangeError(`item ${nominal.id} is nominal: its categories have no scores to sum; link with haebara`);
  }
  const compare = curveComparison(common, kind, scales);
  let last: ScaleTransformation & { readonly found: Evaluated } = { ...start, found: compare(start) };
  // The search asks for value and gradient of one point one after the other.
  const at = (slope: number, intercept: number): Evaluated => {
    if (last.slope !== slope || last.intercept !== intercept) {
      last = { slope, intercept, found: compare({ slope, intercept }) };
    }
    return last.found;
  };
  if (fixedSlope !== undefined) {
    const found = minimizeScalar(
      (intercept) => at(fixedSlope, intercept).value,
      start.intercept - 8,
      start.intercept + 8,
    );
    return { slope: fixedSlope, intercept: found.x, criterion: found.value, converged: found.converged, iterations: 0 };
  }
  // The logarithm of the slope keeps it above 0.
  const read = (x: Float64Array): readonly [number, number] => [Math.exp(x[0] ?? 0), x[1] ?? 0];
  const found = minimizeBfgs(
    (x) => at(...read(x)).value,
    (x) => {
      const [slope, intercept] = read(x);
      const { gradient } = at(slope, intercept);
      return Float64Array.of((gradient[0] ?? 0) * slope, gradient[1] ?? 0);
    },
    [Math.log(start.slope), start.intercept],
    { maxIterations: 200, tolerance: 1e-11 },
  );
  const [slope, intercept] = read(found.x);
  requireTransformation({ slope, intercept });
  return { slope, intercept, criterion: found.value, converged: found.converged, iterations: found.iterations };
}
