import { facetsBesidePerson, type GStudy } from './g-study.ts';

/** What a planned number of raters and items would give. */
export interface DStudyRow {
  readonly raters: number;
  readonly items: number;
  readonly universeScoreVariance: number;
  readonly relativeErrorVariance: number;
  readonly absoluteErrorVariance: number;
  /** Standard error of measurement for ranking, σ(δ), on the scale of the mean rating. */
  readonly relativeSem: number;
  /** Standard error of measurement for absolute decisions, σ(Δ). */
  readonly absoluteSem: number;
  /** Eρ²; null where nothing varies. */
  readonly generalizability: number | null;
  /** Φ; null where nothing varies. */
  readonly dependability: number | null;
  /** Φ(λ) at the cut; null without a cut. */
  readonly dependabilityAtCut: number | null;
}

/**
 * D-study: coefficients and standard errors for planned numbers of raters and items, all facets random.
 *
 * @param plan.raters numbers of raters (per item, where they are nested); those of the study unless told.
 * @param plan.items numbers of items or tasks.
 * @param plan.cut λ, on the scale of the mean rating.
 * @returns one row per pair of numbers, raters within items.
 * @throws {RangeError} of a number that is no whole number from 1.
 * @see Brennan (2001), chapter 4; Brennan & Kane (1977), Journal of Educational Measurement 14(3), for Φ(λ) with the
 *   estimate of (μ − λ)² corrected for the error of the mean.
 */
export function dStudy(
  study: GStudy,
  plan: { readonly raters?: readonly number[]; readonly items?: readonly number[]; readonly cut?: number } = {},
): readonly DStudyRow[] {
  const { raters = [study.raters], cut } = plan;
  const items = study.design === 'p×r' ? [1] : (plan.items ?? [study.items]);
  const wrong = [...raters, ...items].find((count) => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) throw new RangeError(`${wrong} is no number of raters or items; give whole numbers from 1`);
  const universe = study.components.find(({ effect }) => effect === 'p')?.variance ?? 0;
  const over = (effect: string, r: number, i: number): number =>
    [...facetsBesidePerson(effect)].reduce((product, facet) => product * (facet === 'r' ? r : i), 1);
  const ofMean = study.components.reduce(
    (sum, { effect, variance }) =>
      sum + variance / (over(effect, study.raters, study.items) * (effect.startsWith('p') ? study.n : 1)),
    0,
  );
  return items.flatMap((i) =>
    raters.map((r): DStudyRow => {
      let relative = 0;
      let absolute = 0;
      for (const { effect, variance } of study.components) {
        if (effect === 'p') continue;
        const part = variance / over(effect, r, i);
        absolute += part;
        if (effect.startsWith('p')) relative += part;
      }
      const distance = cut === undefined ? 0 : Math.max(0, (study.grandMean - cut) ** 2 - ofMean);
      const coefficient = (signal: number, error: number): number | null =>
        signal + error > 0 ? signal / (signal + error) : null;
      return {
        raters: r,
        items: i,
        universeScoreVariance: universe,
        relativeErrorVariance: relative,
        absoluteErrorVariance: absolute,
        relativeSem: Math.sqrt(relative),
        absoluteSem: Math.sqrt(absolute),
        generalizability: coefficient(universe, relative),
        dependability: coefficient(universe, absolute),
        dependabilityAtCut: cut === undefined ? null : coefficient(universe + distance, absolute),
      };
    }),
  );
}
