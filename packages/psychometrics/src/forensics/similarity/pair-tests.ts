import { normal } from '../../numeric/distributions/normal.ts';
import { generalizedBinomialTest, refinedNormalUpper } from './gbt.ts';
import { type KVariant, kIndex } from './k-index.ts';
import { m4 } from './m4.ts';
import { scanMoments } from './match-moments.ts';
import { omega } from './omega.ts';
import { matchProbabilities, modelMatches, type PairModel } from './pair-model.ts';
import type { PairTest } from './pair-test.ts';
import { weightedMatches } from './weighted-matches.ts';
import type { WrongProfiles } from './wrong-profile.ts';

/** ω over pairs. Its scan is exact. */
export function omegaTest(model: PairModel): PairTest {
  const { answers, probabilities, stride } = model;
  const width = answers.items.length;
  const count = answers.persons.length;
  return {
    directional: true,
    scanIsExact: true,
    exact: (copier, source) => omega(model, copier, source),
    scan(source, tell) {
      const row = answers.values.subarray(source * width, (source + 1) * width);
      for (let copier = 0; copier < count; copier += 1) {
        if (copier === source) continue;
        let matches = 0;
        let expected = 0;
        let variance = 0;
        let at = copier * width;
        for (let item = 0; item < width; item += 1, at += 1) {
          const copied = row[item] ?? -1;
          if (copied < 0) continue;
          // 0 where the copier gave no answer: such an item adds nothing.
          const p = probabilities[at * stride + copied] ?? 0;
          if (answers.values[at] === copied) matches += 1;
          expected += p;
          variance += p * (1 - p);
        }
        tell(copier, variance > 1e-12 ? normal.upper((matches - expected) / Math.sqrt(variance)) : 1);
      }
    },
  };
}

/** The generalized binomial test over pairs. Its scan is the refined normal approximation. */
export function gbtTest(model: PairModel): PairTest {
  return {
    directional: false,
    scanIsExact: false,
    exact(a, b) {
      const { correct, incorrect } = matchProbabilities(model, a, b);
      const probability = correct.map((p, item) => p + (incorrect[item] ?? 0));
      const seen = modelMatches(model, a, b);
      const matches = seen.correct + seen.incorrect;
      const expected = probability.reduce((sum, p) => sum + p, 0);
      return { statistic: matches, expected, p: generalizedBinomialTest(probability, matches) };
    },
    scan: (a, tell) =>
      scanMoments(model, a, (b, { right, wrong, all }) => {
        tell(b, refinedNormalUpper(right.seen + wrong.seen, all.mean, all.variance, all.third));
      }),
  };
}

/** M4 over pairs. Its scan takes the tails of right and of wrong matches as if they were independent. */
export function m4Test(model: PairModel): PairTest {
  return {
    directional: false,
    scanIsExact: false,
    exact(a, b) {
      const given = matchProbabilities(model, a, b);
      const { correct, incorrect } = modelMatches(model, a, b);
      const expected = [...given.correct, ...given.incorrect].reduce((sum, p) => sum + p, 0);
      return { statistic: correct + incorrect, expected, p: m4(given, correct, incorrect) };
    },
    scan: (a, tell) =>
      scanMoments(model, a, (b, { right, wrong }) => {
        const tail =
          refinedNormalUpper(right.seen, right.mean, right.variance, right.third) *
          refinedNormalUpper(wrong.seen, wrong.mean, wrong.variance, wrong.third);
        // The product of two independent uniform variables is at most t with probability t(1 − ln t).
        tell(b, tail > 0 ? Math.min(1, tail * (1 - Math.log(tail))) : 0);
      }),
  };
}

/** The K-index or one of its variants over pairs. Its scan is exact. */
export function kTest(profiles: WrongProfiles, variant: KVariant): PairTest {
  return {
    directional: true,
    scanIsExact: true,
    exact: (copier, source) => kIndex(profiles, copier, source, variant),
    scan(source, tell) {
      // p depends on the copier's wrong answers and the statistic only: most copiers of a source share it with another.
      const known = new Map<number, number>();
      const profile = profiles.of(source);
      const counts = variant === 's2' ? weightedMatches(profiles, profile).counts : profile.identical;
      const side = profiles.sheet.items.length + 1;
      for (let copier = 0; copier < profiles.sheet.persons.length; copier += 1) {
        if (copier === source) continue;
        const place = (profiles.wrong[copier] ?? 0) * side + (counts[copier] ?? 0);
        let p = known.get(place);
        if (p === undefined) {
          p = kIndex(profiles, copier, source, variant).p;
          known.set(place, p);
        }
        tell(copier, p);
      }
    },
  };
}
