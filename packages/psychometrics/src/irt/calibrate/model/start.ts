import type { PreparedData } from '../data/prepare.ts';
import type { CalibrateOptions } from '../options.ts';
import { isRaschModel } from '../options.ts';
import { localOf, type Model } from './parameters.ts';

/**
 * Starting values from proportions and from the correlation of each item with the rest of the test, by the normal
 * approximation a ≈ 1.7 r / √(1 − r²).
 *
 * @see Lord & Novick (1968), section 16.10.
 */
export function startingValues(model: Model, data: PreparedData, options: CalibrateOptions): Float64Array {
  const x = new Float64Array(model.size);
  const standing = standingOf(data);
  const guess = options.guessingMean ?? 0.25;
  model.families.forEach((family, i) => {
    const indexes = model.indexes[i];
    const counts = data.items[i]?.counts ?? [];
    if (indexes === undefined || family.size === 0) return;
    const a = isRaschModel(options.model) || options.model === '1pl' ? 1 : slopeOf(data, standing, i);
    const spread = Math.sqrt(1 + (a * a) / 2.89);
    const n = counts.reduce((sum, count) => sum + count, 0) + 1;
    const local = localOf(model, i, x);
    family.names.forEach((name, j) => {
      const k = Number(/\d+$/.exec(name)?.[0] ?? 1);
      const share = (counts.slice(k).reduce((sum, count) => sum + count, 0) + 0.5) / n;
      if (name === 'discrimination') local[j] = options.model === 'gpcm' ? a / 2 : a;
      else if (name === 'guessing') local[j] = Math.log(guess / (1 - guess));
      else if (name === 'upper') local[j] = Math.log(0.95 / 0.05);
      else if (name.startsWith('slope')) local[j] = (k * a) / 2;
      else if (name === 'location') local[j] = logOdds(counts, counts.length - 1) / (counts.length - 1);
      else if (name.startsWith('step'))
        local[j] = logOdds(counts, k) - (k * logOdds(counts, counts.length - 1)) / (counts.length - 1);
      else if (options.model === 'grm' || counts.length === 2)
        local[j] = spread * logit(corrected(share, options.model, guess));
      else local[j] = logOdds(counts, k);
    });
    for (let j = 0; j < indexes.length; j += 1) x[indexes[j] ?? 0] = local[j] ?? 0;
  });
  return x;
}

/** Of category k against category 0. */
const logOdds = (counts: readonly number[], k: number): number =>
  Math.log(((counts[k] ?? 0) + 0.5) / ((counts[0] ?? 0) + 0.5));

const logit = (p: number): number => Math.log(p / (1 - p));

/** The share of those who know, where the others guess. */
function corrected(share: number, model: CalibrateOptions['model'], guess: number): number {
  if (model !== '3pl' && model !== '4pl') return share;
  return Math.min(0.99, Math.max(0.05, (share - guess) / (1 - guess)));
}

/** Per candidate the mean of standardized responses, and how many there are. */
interface Standing {
  readonly sum: Float64Array;
  readonly answered: Int32Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

function standingOf({ n, items, values }: PreparedData): Standing {
  const width = items.length;
  const mean = new Float64Array(width);
  const sd = new Float64Array(width);
  items.forEach(({ counts }, i) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const first = counts.reduce((sum, count, k) => sum + count * k, 0) / Math.max(1, total);
    const second = counts.reduce((sum, count, k) => sum + count * (k - first) ** 2, 0) / Math.max(1, total);
    mean[i] = first;
    sd[i] = Math.sqrt(second) || 1;
  });
  const sum = new Float64Array(n);
  const answered = new Int32Array(n);
  for (let p = 0; p < n; p += 1) {
    let standing = 0;
    let count = 0;
    for (let i = 0; i < width; i += 1) {
      const value = values[p * width + i] ?? -1;
      if (value < 0) continue;
      standing += (value - (mean[i] ?? 0)) / (sd[i] ?? 1);
      count += 1;
    }
    sum[p] = standing;
    answered[p] = count;
  }
  return { sum, answered, mean, sd };
}

/** The discrimination that the correlation with the rest suggests, from 0.4 to 2.5; 1 where there is no rest. */
function slopeOf({ n, items, values }: PreparedData, standing: Standing, i: number): number {
  const width = items.length;
  let count = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  // A sample of the candidates is enough for a start.
  const stride = Math.max(1, Math.floor(n / 5000));
  for (let p = 0; p < n; p += stride) {
    const value = values[p * width + i] ?? -1;
    const others = (standing.answered[p] ?? 0) - 1;
    if (value < 0 || others < 1) continue;
    const x = (value - (standing.mean[i] ?? 0)) / (standing.sd[i] ?? 1);
    const y = ((standing.sum[p] ?? 0) - x) / others;
    count += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  const vx = sxx - (sx * sx) / count;
  const vy = syy - (sy * sy) / count;
  if (!(count > 2 && vx > 0 && vy > 0)) return 1;
  // Point-biserial to biserial, roughly, and a correction for the rest score not being θ.
  const r = Math.max(0, Math.min(0.85, (1.35 * (sxy - (sx * sy) / count)) / Math.sqrt(vx * vy)));
  return Math.max(0.4, Math.min(2.5, (1.7 * r) / Math.sqrt(1 - r * r)));
}
