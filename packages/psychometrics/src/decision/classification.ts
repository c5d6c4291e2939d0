/** What a cut score does, in shares of all candidates. */
export interface Classification {
  /** Share of candidates whom two administrations classify alike. */
  readonly consistency: number;
  /** Agreement beyond chance; null where chance agrees always. */
  readonly kappa: number | null;
  /** Agreement by chance: of two administrations with the same shares, unrelated. */
  readonly chance: number;
  /** Share of candidates who are classified as their true score is; null where the method knows no true scores. */
  readonly accuracy: number | null;
  /** Share of candidates who pass with a true score below the cut. */
  readonly falsePositive: number | null;
  /** Share of candidates who fail with a true score at the cut or above. */
  readonly falseNegative: number | null;
  /** Expected share that passes. */
  readonly passRate: number;
}

/** Candidates, or points of a distribution of true scores. */
export interface TruePoints {
  /** Share of each point; they sum to 1. */
  readonly weights: ArrayLike<number>;
  /** Probability that an observed score passes, given the point. */
  readonly passing: ArrayLike<number>;
  /** Whether the true score passes; null where the method does not say. */
  readonly competent: readonly boolean[] | null;
}

/**
 * Decision quality from the probability of passing at each true score: two administrations are independent given it.
 *
 * @see Hambleton & Novick (1973), JEM 10(3); Huynh (1976), JEM 13(4); Livingston & Lewis (1995), JEM 32(2).
 */
export function classify({ weights, passing, competent }: TruePoints): Classification {
  let consistency = 0;
  let passRate = 0;
  let falsePositive = 0;
  let falseNegative = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    const pass = passing[at] ?? 0;
    consistency += weight * (pass * pass + (1 - pass) * (1 - pass));
    passRate += weight * pass;
    if (competent?.[at] === true) falseNegative += weight * (1 - pass);
    else falsePositive += weight * pass;
  }
  [consistency, passRate] = [withoutRounding(consistency), withoutRounding(passRate)];
  const chance = passRate ** 2 + (1 - passRate) ** 2;
  return {
    consistency,
    kappa: 1 - chance > 1e-12 ? (consistency - chance) / (1 - chance) : null,
    chance,
    accuracy: competent === null ? null : withoutRounding(1 - falsePositive - falseNegative),
    falsePositive: competent === null ? null : falsePositive,
    falseNegative: competent === null ? null : falseNegative,
    passRate,
  };
}

/** Weights that sum to 1 but for rounding must not make a share above 1 of them; what is further off stays as it is. */
const withoutRounding = (share: number): number => (share > 1 && share < 1 + 1e-9 ? 1 : share);
