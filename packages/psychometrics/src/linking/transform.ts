import { type Item, type ItemModel, isDichotomous, isStep } from '../irt/items/item.ts';

/** The change of scale θ_old = slope · θ_new + intercept. */
export interface ScaleTransformation {
  /** Above 0. */
  readonly slope: number;
  readonly intercept: number;
}

/** @throws {RangeError} unless the slope is above 0 and both are numbers. */
export function requireTransformation({ slope, intercept }: ScaleTransformation): void {
  if (!(slope > 0) || !Number.isFinite(slope) || !Number.isFinite(intercept)) {
    throw new RangeError(`slope ${slope} and intercept ${intercept} make no change of scale; the slope is above 0`);
  }
}

/** A person's location on the old scale. @throws {RangeError} see {@link requireTransformation}. */
export function transformTheta(theta: number, transformation: ScaleTransformation): number {
  requireTransformation(transformation);
  return transformation.slope * theta + transformation.intercept;
}

/** The transformation back, from the old scale to the new. */
export function invertTransformation({ slope, intercept }: ScaleTransformation): ScaleTransformation {
  requireTransformation({ slope, intercept });
  return { slope: 1 / slope, intercept: -intercept / slope };
}

/** First one transformation, then the other, as one. */
export const composeTransformations = (first: ScaleTransformation, then: ScaleTransformation): ScaleTransformation => ({
  slope: then.slope * first.slope,
  intercept: then.slope * first.intercept + then.intercept,
});

/** A model that fixes the discrimination at 1 becomes the like model that does not, once the scale stretches. */
const freed: Partial<Record<ItemModel, ItemModel>> = { rasch: '1pl', pcm: 'gpcm', rsm: 'gpcm' };

/**
 * An item of the new scale with its parameters on the old: a′ = a / slope, b′ = slope · b + intercept; the asymptotes
 * stay. P′(slope · θ + intercept) = P(θ) for every θ.
 *
 * @returns the item; where slope is not 1 a Rasch item becomes 1PL, a partial credit or rating scale item GPCM.
 * @throws {RangeError} see {@link requireTransformation}.
 * @see Kolen & Brennan (2014), section 6.2; for polytomous models section 6.8.
 */
export function transformItem(item: Item, transformation: ScaleTransformation): Item {
  requireTransformation(transformation);
  const { slope, intercept } = transformation;
  if (item.model === 'nrm') {
    const slopes = item.slopes.map((value) => value / slope);
    const intercepts = item.intercepts.map((value, k) => value - (slopes[k] ?? 0) * intercept);
    return { ...item, slopes, intercepts };
  }
  const discrimination = item.discrimination / slope;
  const model = slope === 1 ? item.model : (freed[item.model] ?? item.model);
  if (isDichotomous(item)) {
    const changed = { ...item, discrimination, intercept: item.intercept - discrimination * intercept };
    return model === '1pl' ? { ...changed, model } : changed;
  }
  // Step intercepts are sums over the steps below, so that each moves as many times.
  const times = (k: number): number => (isStep(item) ? k + 1 : 1);
  const intercepts = item.intercepts.map((value, k) => value - times(k) * discrimination * intercept);
  const changed = { ...item, discrimination, intercepts };
  return model === 'gpcm' && isStep(changed) ? { ...changed, model } : changed;
}
