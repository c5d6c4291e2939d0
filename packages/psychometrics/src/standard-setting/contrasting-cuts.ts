import { fitLogistic } from '../numeric/logistic-regression.ts';
import { panelCut } from './panel.ts';

/**
 * `logistic`: even odds by logistic regression. `midpoint`: halfway between the means. `normal`: where two normal
 * curves with the groups' own spreads meet. `pooled`: where two normal curves with a common spread meet, each as high
 * as its group is large. `cost`: where misclassification costs least.
 */
export type ContrastingMethod = 'logistic' | 'midpoint' | 'normal' | 'pooled' | 'cost';

/** Scores of the two groups. */
export interface Split {
  readonly competent: readonly number[];
  readonly not: readonly number[];
}

interface Cut {
  readonly cut: number | null;
  readonly se: number | null;
  readonly reason: string | null;
}

/** The cut of every method, and the logistic curve. */
export type SplitCuts = Readonly<Record<ContrastingMethod, Cut>> & {
  readonly line: { readonly intercept: number; readonly slope: number; readonly penalized: boolean } | null;
};

/**
 * All cuts of two groups; standard errors where there is a formula.
 *
 * @param regress false leaves out the logistic regression, which needs no resampling.
 */
export function bySplit(split: Split, falsePassCost: number, regress = true): SplitCuts {
  const [high, low] = [panelCut(split.competent), panelCut(split.not)];
  const without = (reason: string): Cut => ({ cut: null, se: null, reason });
  const upsideDown = without('the competent do not score higher than the others: no score parts them');
  if (high.mean <= low.mean) {
    return {
      logistic: upsideDown,
      midpoint: upsideDown,
      normal: upsideDown,
      pooled: upsideDown,
      cost: upsideDown,
      line: null,
    };
  }
  const midpoint = (high.mean + low.mean) / 2;
  const seMidpoint = high.se === null || low.se === null ? null : Math.hypot(high.se, low.se) / 2;
  const logistic = regress ? logisticCut(split, falsePassCost) : { ...without('left out'), line: null };
  const flat = without('a group has no spread: there is no normal curve');
  return {
    logistic: { cut: logistic.cut, se: logistic.se, reason: logistic.reason },
    midpoint: { cut: midpoint, se: seMidpoint, reason: null },
    normal:
      high.sd !== null && low.sd !== null && high.sd > 0 && low.sd > 0
        ? crossing(high.mean, high.sd, low.mean, low.sd)
        : flat,
    pooled: pooledCut(high, low) ?? flat,
    cost: { cut: cheapest(split, falsePassCost), se: null, reason: null },
    line: logistic.line,
  };
}

/** Where the odds of competence outweigh the cost; even odds when both errors cost the same. */
function logisticCut(split: Split, cost: number): Cut & Pick<SplitCuts, 'line'> {
  const all = [...split.competent, ...split.not];
  // Around the mean, so that large scores lose no digits.
  const center = all.reduce((sum, score) => sum + score, 0) / all.length;
  const cells = new Map<number, { x: number[]; n: number; right: number }>();
  const add = (scores: readonly number[], right: 0 | 1): void => {
    for (const score of scores) {
      const cell = cells.get(score) ?? { x: [score - center], n: 0, right: 0 };
      cell.n += 1;
      cell.right += right;
      cells.set(score, cell);
    }
  };
  add(split.competent, 1);
  add(split.not, 0);
  const list = [...cells.values()];
  const plain = fitLogistic(list, 1);
  const fit = plain.converged ? plain : fitLogistic(list, 1, true);
  const [a = 0, b = 0] = fit.coefficients;
  if (!fit.converged || !(b > 0)) {
    return { cut: null, se: null, reason: 'the logistic curve does not rise with the score', line: null };
  }
  const odds = Math.log(cost);
  const cut = center + (odds - a) / b;
  const v = fit.covariance;
  const [va, vab, vb] = [v?.[0] ?? 0, v?.[1] ?? 0, v?.[3] ?? 0];
  const from = cut - center;
  const variance = (va + 2 * from * vab + from * from * vb) / (b * b);
  const line = { intercept: a - b * center, slope: b, penalized: !plain.converged };
  return { cut, se: v === undefined || !(variance > 0) ? null : Math.sqrt(variance), reason: null, line };
}

/** Where two normal densities of equal weight meet between the means. */
function crossing(m1: number, s1: number, m2: number, s2: number): Cut {
  const a = 1 / s2 ** 2 - 1 / s1 ** 2;
  const middle = (m1 + m2) / 2;
  // Around the middle of the means: a x² − 2 b x + c = 0.
  const [u1, u2] = [m1 - middle, m2 - middle];
  const b = u2 / s2 ** 2 - u1 / s1 ** 2;
  const c = u2 ** 2 / s2 ** 2 - u1 ** 2 / s1 ** 2 - 2 * Math.log(s1 / s2);
  if (Math.abs(a) < 1e-12 * (1 / s1 ** 2)) return { cut: middle + c / (2 * b), se: null, reason: null };
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  const between = [(b + root) / a, (b - root) / a].find((x) => x >= u2 && x <= u1);
  return between === undefined
    ? { cut: null, se: null, reason: 'the normal curves do not meet between the means' }
    : { cut: middle + between, se: null, reason: null };
}

function pooledCut(
  high: { readonly n: number; readonly mean: number; readonly sd: number | null },
  low: { readonly n: number; readonly mean: number; readonly sd: number | null },
): Cut | null {
  const df = high.n + low.n - 2;
  if (df < 1) return null;
  const variance = ((high.n - 1) * (high.sd ?? 0) ** 2 + (low.n - 1) * (low.sd ?? 0) ** 2) / df;
  if (!(variance > 0)) return null;
  const cut = (high.mean + low.mean) / 2 + (variance * Math.log(low.n / high.n)) / (high.mean - low.mean);
  return { cut, se: null, reason: null };
}

/** The cut with the least cost: halfway between neighboring scores; the middle one when several cost the same. */
function cheapest({ competent, not }: Split, falsePassCost: number): number {
  const scores = [...new Set([...competent, ...not])].sort((a, b) => a - b);
  const counts = new Map(scores.map((score) => [score, { competent: 0, not: 0 }]));
  for (const score of competent) (counts.get(score) ?? { competent: 0 }).competent += 1;
  for (const score of not) (counts.get(score) ?? { not: 0 }).not += 1;
  let cost = falsePassCost * not.length;
  let least = cost;
  let best: number[] = [scores[0] ?? 0];
  scores.forEach((score, at) => {
    const here = counts.get(score);
    cost += (here?.competent ?? 0) - falsePassCost * (here?.not ?? 0);
    const next = scores[at + 1];
    const cut = next === undefined ? score + 1 : (score + next) / 2;
    if (cost < least - 1e-9) {
      least = cost;
      best = [cut];
    } else if (Math.abs(cost - least) <= 1e-9) best.push(cut);
  });
  return best[Math.floor((best.length - 1) / 2)] ?? 0;
}
