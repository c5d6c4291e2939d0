import type { PairModel } from './pair-model.ts';

/** A count of matches and the moments of what is expected of it. */
export interface CountMoments {
  readonly seen: number;
  readonly mean: number;
  readonly variance: number;
  /** Third central moment. */
  readonly third: number;
}

/** Right matches, wrong matches, and both together. */
export interface PairMoments {
  readonly right: CountMoments;
  readonly wrong: CountMoments;
  readonly all: CountMoments;
}

/**
 * Moments of the matches of a person with each of a higher index, in one pass over the probabilities. Without a key all
 * matches stand under `wrong`.
 */
export function scanMoments(model: PairModel, a: number, tell: (b: number, moments: PairMoments) => void): void {
  const { answers, probabilities, stride } = model;
  const { values } = answers;
  const width = answers.items.length;
  const key = model.right ?? new Float64Array(width * stride);
  for (let b = a + 1; b < answers.persons.length; b += 1) {
    let seenRight = 0;
    let seenWrong = 0;
    let meanRight = 0;
    let meanAll = 0;
    let varRight = 0;
    let varWrong = 0;
    let varAll = 0;
    let thirdRight = 0;
    let thirdWrong = 0;
    let thirdAll = 0;
    for (let item = 0; item < width; item += 1) {
      const at = a * width + item;
      const bt = b * width + item;
      const answer = values[at] ?? -1;
      let p = 0;
      let r = 0;
      for (let k = 0; k < stride; k += 1) {
        const agree = (probabilities[at * stride + k] ?? 0) * (probabilities[bt * stride + k] ?? 0);
        p += agree;
        r += agree * (key[item * stride + k] ?? 0);
      }
      if (answer >= 0 && answer === values[bt]) {
        if (key[item * stride + answer] === 1) seenRight += 1;
        else seenWrong += 1;
      }
      const w = p - r;
      meanRight += r;
      meanAll += p;
      varRight += r * (1 - r);
      varWrong += w * (1 - w);
      varAll += p * (1 - p);
      thirdRight += r * (1 - r) * (1 - 2 * r);
      thirdWrong += w * (1 - w) * (1 - 2 * w);
      thirdAll += p * (1 - p) * (1 - 2 * p);
    }
    tell(b, {
      right: { seen: seenRight, mean: meanRight, variance: varRight, third: thirdRight },
      wrong: { seen: seenWrong, mean: meanAll - meanRight, variance: varWrong, third: thirdWrong },
      all: { seen: seenRight + seenWrong, mean: meanAll, variance: varAll, third: thirdAll },
    });
  }
}
