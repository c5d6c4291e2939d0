import { normal } from '../../numeric/distributions/normal.ts';
import type { PairModel } from './pair-model.ts';

/** Answer copying of one candidate from another. */
export interface Omega {
  /** ω, standard normal where the two worked independently; null where nothing varies. */
  readonly statistic: number | null;
  /** P(Z ≥ ω); 1 where there is no ω. */
  readonly p: number;
  readonly compared: number;
  readonly matches: number;
  readonly expected: number;
  readonly standardDeviation: number;
}

/**
 * ω: how many answers of the copier agree with the source's, against what the copier's ability lets one expect given
 * the source's answers: (h − Σ P_c(u_s)) / √Σ P_c(u_s)(1 − P_c(u_s)).
 *
 * @param copier index of the candidate who may have copied, and `source` of the one who may have been copied from.
 * @see Wollack (1997), Applied Psychological Measurement 21(4).
 */
export function omega(model: PairModel, copier: number, source: number): Omega {
  const { answers, probabilities, stride } = model;
  const width = answers.items.length;
  let compared = 0;
  let matches = 0;
  let expected = 0;
  let variance = 0;
  for (let item = 0; item < width; item += 1) {
    const given = answers.values[copier * width + item] ?? -1;
    const copied = answers.values[source * width + item] ?? -1;
    if (given < 0 || copied < 0) continue;
    const p = probabilities[(copier * width + item) * stride + copied] ?? 0;
    compared += 1;
    if (given === copied) matches += 1;
    expected += p;
    variance += p * (1 - p);
  }
  const standardDeviation = Math.sqrt(variance);
  // A variance at the level of rounding is none: the model is certain of every answer.
  const statistic = variance > 1e-12 ? (matches - expected) / standardDeviation : null;
  return {
    statistic,
    p: statistic === null ? 1 : normal.upper(statistic),
    compared,
    matches,
    expected,
    standardDeviation,
  };
}
