/** An item's parameters in one group, in the logistic metric (D = 1), with their covariance. */
export interface GroupItem {
  readonly id: string;
  readonly discrimination: number;
  readonly difficulty: number;
  /** Lower asymptote; taken as known and equal in both groups. */
  readonly guessing?: number;
  /** Sampling variances; a discrimination that was not estimated by itself (Rasch, 1PL) has variance 0. */
  readonly variance: { readonly discrimination: number; readonly difficulty: number; readonly covariance: number };
}

/** How the focal group's scale is carried to that of the reference group: θ_R = slope θ_F + intercept. */
export type GroupLinking = 'mean-mean' | 'mean-sigma' | { readonly slope: number; readonly intercept: number };

/**
 * Pairs the items of both groups and puts the focal group's on the reference group's scale.
 *
 * @param clean one flag per item of the reference group: whether it anchors the scale.
 * @throws {RangeError} when an item is missing in the focal group, or no item anchors the scale.
 * @see Cook & Eignor (1991), Educational Measurement: Issues and Practice 10(3); Loyd & Hoover (1980); Marco (1977).
 */
export function pairGroupItems(
  reference: readonly GroupItem[],
  focal: readonly GroupItem[],
  clean: readonly boolean[],
  linking: GroupLinking = 'mean-mean',
): { readonly reference: GroupItem; readonly focal: GroupItem }[] {
  const byId = new Map(focal.map((item) => [item.id, item]));
  const pairs = reference.map((item) => {
    const other = byId.get(item.id);
    if (other === undefined) {
      throw new RangeError(
        `item ${item.id} has no parameters in the focal group; calibrate the same items in both groups`,
      );
    }
    return { reference: item, focal: other };
  });
  const anchors = pairs.filter((_, at) => clean[at] === true);
  if (anchors.length === 0)
    throw new RangeError('no item anchors the common scale; leave at least one item without DIF');
  const { slope, intercept } = typeof linking === 'object' ? linking : constants(anchors, linking);
  if (!(slope > 0) || !Number.isFinite(intercept)) {
    throw new RangeError(
      `the groups cannot be linked: slope ${slope}, intercept ${intercept}; a positive slope is needed`,
    );
  }
  return pairs.map((pair) => ({ reference: pair.reference, focal: rescale(pair.focal, slope, intercept) }));
}

function constants(
  anchors: readonly { reference: GroupItem; focal: GroupItem }[],
  linking: 'mean-mean' | 'mean-sigma',
): { slope: number; intercept: number } {
  const mean = (of: (pair: { reference: GroupItem; focal: GroupItem }) => number): number =>
    anchors.reduce((sum, pair) => sum + of(pair), 0) / anchors.length;
  const [reference, focal] = [mean((pair) => pair.reference.difficulty), mean((pair) => pair.focal.difficulty)];
  const spread = (own: 'reference' | 'focal', about: number): number =>
    Math.sqrt(mean((pair) => (pair[own].difficulty - about) ** 2));
  // Without estimated discriminations the unit is that of the model, the same in both groups.
  const fixedUnit = anchors.every((pair) => pair.reference.variance.discrimination === 0);
  const slope = fixedUnit
    ? 1
    : linking === 'mean-mean'
      ? mean((pair) => pair.focal.discrimination) / mean((pair) => pair.reference.discrimination)
      : spread('reference', reference) / spread('focal', focal);
  return { slope, intercept: reference - slope * focal };
}

function rescale(item: GroupItem, slope: number, intercept: number): GroupItem {
  const { discrimination, difficulty, covariance } = item.variance;
  return {
    ...item,
    discrimination: item.discrimination / slope,
    difficulty: slope * item.difficulty + intercept,
    variance: { discrimination: discrimination / slope ** 2, difficulty: difficulty * slope ** 2, covariance },
  };
}
