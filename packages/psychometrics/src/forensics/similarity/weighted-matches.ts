import type { WrongProfile, WrongProfiles } from './wrong-profile.ts';

/** Identical wrong answers plus weighted identical right answers, rounded up. */
export interface WeightedMatches {
  /** One per person. */
  readonly counts: Float64Array;
  /** Mean per number of wrong answers, without the source. */
  readonly means: Float64Array;
}

const kept = new WeakMap<WrongProfile, WeightedMatches>();

/**
 * The counts of S2: an identical right answer counts δ = d1^(d2 P), where P is the share of right answers among
 * candidates with as many wrong answers as the person, d1 = e(1 + g)/(1 − g), d2 = −(1 + g)/g, and g the chance of a
 * guess: a right answer that nearly everybody gives says nothing, a rare one as much as a wrong one. Responses that are
 * only right or wrong count as of items with five options.
 *
 * @see Sotaridona & Meijer (2003), Journal of Educational Measurement 40(1).
 */
export function weightedMatches(profiles: WrongProfiles, profile: WrongProfile): WeightedMatches {
  const found = kept.get(profile);
  if (found !== undefined) return found;
  const { sheet, wrong } = profiles;
  const width = sheet.items.length;
  const right = sheet.scores ?? new Int16Array(0);
  const most = Math.max(...sheet.options.map((options) => options.length));
  const guess = 1 / (most > 2 ? most : 5);
  const exponent = (-(1 + guess) / guess) * (1 + Math.log((1 + guess) / (1 - guess)));
  const shares = new Float64Array((width + 1) * width);
  sheet.persons.forEach((_, person) => {
    if (person === profile.source) return;
    const group = wrong[person] ?? 0;
    for (let item = 0; item < width; item += 1) {
      if (right[person * width + item] === 1) {
        shares[group * width + item] = (shares[group * width + item] ?? 0) + 1 / (profile.sizes[group] ?? 1);
      }
    }
  });
  const weights = shares.map((share) => Math.exp(exponent * share));
  const counts = new Float64Array(sheet.persons.length);
  const means = new Float64Array(width + 1);
  sheet.persons.forEach((_, person) => {
    const group = wrong[person] ?? 0;
    let sum = profile.identical[person] ?? 0;
    for (let item = 0; item < width; item += 1) {
      const at = person * width + item;
      const source = profile.source * width + item;
      // The same right option where the item has several.
      if (right[at] === 1 && right[source] === 1 && sheet.choices[at] === sheet.choices[source]) {
        sum += weights[group * width + item] ?? 0;
      }
    }
    counts[person] = Math.ceil(sum);
    if (person !== profile.source) means[group] = (means[group] ?? 0) + Math.ceil(sum) / (profile.sizes[group] ?? 1);
  });
  const result = { counts, means };
  kept.set(profile, result);
  return result;
}
