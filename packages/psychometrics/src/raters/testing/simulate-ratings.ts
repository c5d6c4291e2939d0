import { Random } from '../../numeric/random.ts';
import type { Rating } from '../ratings.ts';

/** Ratings 0 to 4 of `persons` on `items` by all raters, from known severities, on a many-facet rating scale. */
export function simulateRatings(given: {
  readonly persons: number;
  readonly items: readonly number[];
  readonly severities: readonly number[];
  readonly steps: readonly number[];
  readonly deviation?: number;
  readonly seed: number;
}): readonly Rating[] {
  const random = new Random(given.seed);
  return Array.from({ length: given.persons }, (_, person) => {
    const theta = random.normal() * (given.deviation ?? 1);
    return given.items.flatMap((difficulty, item) =>
      given.severities.map((severity, rater): Rating => {
        let exponent = 0;
        const masses = [0, ...given.steps].map((step, k) => {
          if (k > 0) exponent += theta - difficulty - severity - step;
          return Math.exp(exponent);
        });
        const score = random.pick(masses);
        return { person: `p${person}`, item: `i${item}`, rater: `r${rater}`, time: null, score };
      }),
    );
  }).flat();
}
