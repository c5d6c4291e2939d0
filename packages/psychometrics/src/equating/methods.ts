import type { SampleUse } from '../guard/sample-rules.ts';
import { type CircleArcOptions, circleArc } from './circle-arc.ts';
import {
  braunHolland,
  chainedEquipercentile,
  type DistributionMethod,
  equipercentile,
  frequency,
} from './distribution-methods.ts';
import { straightLine } from './equating-function.ts';
import {
  chainedLinear,
  chainedMean,
  levineMean,
  levineObserved,
  levineTrue,
  linear,
  type MomentMethod,
  mean,
  nominalMean,
  tucker,
  tuckerMean,
} from './linear-methods.ts';

/** How the candidates came to their forms: equivalent groups, or nonequivalent groups with an anchor test. */
export type EquatingDesign = 'eg' | 'neat';

/** The methods, and the designs in which each may be used. */
export const equatingMethods = {
  identity: { title: 'identity', designs: ['eg', 'neat'], rule: 'equating-small' },
  mean: { title: 'mean', designs: ['eg'], rule: 'equating-small' },
  linear: { title: 'linear', designs: ['eg'], rule: 'equating-linear' },
  equipercentile: { title: 'equipercentile', designs: ['eg'], rule: 'equating-equipercentile' },
  'circle-arc': { title: 'circle-arc', designs: ['eg', 'neat'], rule: 'equating-small' },
  'nominal-mean': { title: 'nominal weights mean', designs: ['neat'], rule: 'equating-small' },
  'tucker-mean': { title: 'Tucker mean', designs: ['neat'], rule: 'equating-small' },
  'levine-mean': { title: 'Levine mean', designs: ['neat'], rule: 'equating-small' },
  'chained-mean': { title: 'chained mean', designs: ['neat'], rule: 'equating-small' },
  tucker: { title: 'Tucker linear', designs: ['neat'], rule: 'equating-linear' },
  'levine-observed': { title: 'Levine observed-score linear', designs: ['neat'], rule: 'equating-linear' },
  'levine-true': { title: 'Levine true-score linear', designs: ['neat'], rule: 'equating-linear' },
  'chained-linear': { title: 'chained linear', designs: ['neat'], rule: 'equating-linear' },
  'braun-holland': { title: 'Braun–Holland linear', designs: ['neat'], rule: 'equating-linear' },
  frequency: { title: 'frequency estimation', designs: ['neat'], rule: 'equating-equipercentile' },
  'chained-equipercentile': { title: 'chained equipercentile', designs: ['neat'], rule: 'equating-equipercentile' },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly designs: readonly EquatingDesign[]; readonly rule: SampleUse }>
>;

/** The name of an equating method. */
export type EquatingMethod = keyof typeof equatingMethods;

const momentMethods: Partial<Record<EquatingMethod, MomentMethod>> = {
  mean,
  linear,
  'nominal-mean': nominalMean,
  'tucker-mean': tuckerMean,
  'levine-mean': levineMean,
  'chained-mean': chainedMean,
  tucker,
  'levine-observed': levineObserved,
  'levine-true': levineTrue,
  'chained-linear': chainedLinear,
};

const distributionMethods: Partial<Record<EquatingMethod, DistributionMethod>> = {
  equipercentile,
  'braun-holland': braunHolland,
  frequency,
  'chained-equipercentile': chainedEquipercentile,
};

/** The linear methods that can give the middle point of a circle-arc under an anchor. */
export type ArcMiddle = 'chained-linear' | 'tucker' | 'levine-observed' | 'levine-true' | 'nominal-mean';

/** A method as the function that computes it, by what it needs of the scores. */
export type MethodKind =
  | { readonly needs: 'nothing' }
  | { readonly needs: 'moments'; readonly compute: MomentMethod }
  | { readonly needs: 'distributions'; readonly compute: DistributionMethod };

/**
 * @param arc of circle-arc only: its shape and ends, and under an anchor the method of its middle point (chained linear).
 * @throws {RangeError} when the method does not belong to the design; it says which do.
 */
export function methodFor(
  method: EquatingMethod,
  design: EquatingDesign,
  arc: CircleArcOptions & { readonly middle?: ArcMiddle } = {},
): MethodKind {
  const entry: { readonly designs: readonly EquatingDesign[] } | undefined = equatingMethods[method];
  if (entry === undefined || !entry.designs.includes(design)) {
    const fitting = Object.entries(equatingMethods).flatMap(([name, { designs }]) =>
      (designs as readonly EquatingDesign[]).includes(design) ? [name] : [],
    );
    throw new RangeError(
      `${method} is no method of equating ${design === 'eg' ? 'equivalent groups' : 'with an anchor'}; use ${fitting.join(', ')}`,
    );
  }
  if (method === 'circle-arc') {
    const middle = design === 'eg' ? mean : (momentMethods[arc.middle ?? 'chained-linear'] ?? chainedLinear);
    return { needs: 'moments', compute: circleArc(middle, arc) };
  }
  const moments = momentMethods[method];
  if (moments !== undefined) return { needs: 'moments', compute: moments };
  const distributions = distributionMethods[method];
  return distributions === undefined ? { needs: 'nothing' } : { needs: 'distributions', compute: distributions };
}

/** The function of identity equating: a score stays what it is. */
export const identity = straightLine(1, 0);
