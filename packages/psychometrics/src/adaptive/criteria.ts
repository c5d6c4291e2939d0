import { categoryCount, difficultyOf, type Item, isDichotomous } from '../irt/items/item.ts';
import { ItemCurve } from '../irt/scoring/item-curve.ts';
import { minimizeScalar } from '../numeric/optimize.ts';
import type { AbilityRecord } from './ability.ts';

/**
 * What the next item is chosen by: maximum Fisher information at the estimate (`mfi`); information weighted by the
 * likelihood (`mlwi`), Veerkamp & Berger (1997), or the posterior (`mpwi`), and expected information after the response
 * (`mei`), both van der Linden (1998); Kullback–Leibler information weighted by the likelihood (`kl`) or the posterior
 * (`klp`), Chang & Ying (1996); difficulty nearest to the estimate (`bopt`), Urry (1970); the θ where the item is most
 * informative nearest to the estimate (`thopt`), Barrada, Mazuela & Olea (2006); chance (`random`).
 *
 * @see Magis & Barrada (2017), Journal of Statistical Software 76, code snippet 1, for the formulas.
 */
export const CRITERIA = ['mfi', 'mlwi', 'mpwi', 'mei', 'kl', 'klp', 'bopt', 'thopt', 'random'] as const;
/** The name of a criterion. */
export type Criterion = (typeof CRITERIA)[number];

const curve = new ItemCurve();

/** ∫ over the grid by the trapezoidal rule. */
function integrate({ bank: { nodes } }: AbilityRecord, value: (q: number) => number): number {
  const last = nodes.length - 1;
  let sum = (value(0) + value(last)) / 2;
  for (let q = 1; q < last; q += 1) sum += value(q);
  return (sum * ((nodes[last] ?? 0) - (nodes[0] ?? 0))) / last;
}

/** KL(θ̂ ‖ θ_q) = Σ P_k(θ̂) log(P_k(θ̂) / P_k(θ_q)) of the item. */
function divergence({ bank }: AbilityRecord, place: number, theta: number): (q: number) => number {
  const item = bank.items[place];
  const logs = bank.logs.logs[place];
  if (item === undefined || logs === undefined) return () => 0;
  curve.at(item, theta);
  const p = curve.p.slice(0, curve.count);
  const entropy = p.reduce((sum, probability) => sum + probability * Math.log(probability), 0);
  return (q) => {
    let sum = entropy;
    for (let k = 0; k < p.length; k += 1) sum -= (p[k] ?? 0) * (logs[k * bank.nodes.length + q] ?? 0);
    return sum;
  };
}

/** Σ P_k(θ̂) · observed information of the item at the estimate (MAP) that response k would give. */
function expectedInformation({ bank, responses }: AbilityRecord, place: number, theta: number): number {
  const item = bank.items[place];
  if (item === undefined) return 0;
  curve.at(item, theta);
  const p = curve.p.slice(0, categoryCount(item));
  const next = responses.slice();
  return p.reduce((sum, probability, k) => {
    next[place] = k;
    const after = bank.mapEstimator.estimate(next).theta ?? theta;
    curve.at(item, after);
    return sum + probability * ((curve.slope[k] ?? 0) ** 2 - (curve.bend[k] ?? 0));
  }, 0);
}

const peaks = new WeakMap<Item, number>();

/**
 * The θ at which an item is most informative.
 *
 * @see Lord (1980), formula 10-4, for the 3PL; otherwise by search between −8 and 8.
 */
export function mostInformativeTheta(item: Item): number {
  const known = peaks.get(item);
  if (known !== undefined) return known;
  const peak = findPeak(item);
  peaks.set(item, peak);
  return peak;
}

function findPeak(item: Item): number {
  if (isDichotomous(item) && item.upper === 1) {
    const difficulty = difficultyOf(item);
    if (difficulty !== null)
      return difficulty + Math.log((1 + Math.sqrt(1 + 8 * item.guessing)) / 2) / item.discrimination;
  }
  const lack = (theta: number): number => {
    curve.at(item, theta);
    return -curve.information();
  };
  let best = -8;
  for (let theta = -8; theta <= 8; theta += 0.25) if (lack(theta) < lack(best)) best = theta;
  return minimizeScalar(lack, best - 0.25, best + 0.25).x;
}

/**
 * How well the item serves as the next one; the highest value is best. Distances (`bopt`, `thopt`) are negative.
 *
 * @throws {RangeError} by `bopt` for an item without a difficulty.
 */
export function criterionValue(
  criterion: Exclude<Criterion, 'random'>,
  record: AbilityRecord,
  place: number,
  theta: number,
): number {
  const { bank, likelihood } = record;
  const item = bank.items[place];
  if (item === undefined) throw new RangeError(`the bank has no item at place ${place}`);
  const informationAt = (q: number): number => bank.information[place * bank.nodes.length + q] ?? 0;
  switch (criterion) {
    case 'mfi':
      curve.at(item, theta);
      return curve.information();
    case 'mlwi':
      return integrate(record, (q) => (likelihood[q] ?? 0) * informationAt(q));
    case 'mpwi':
      return integrate(record, (q) => (likelihood[q] ?? 0) * (bank.prior[q] ?? 0) * informationAt(q));
    case 'mei':
      return expectedInformation(record, place, theta);
    case 'kl': {
      const at = divergence(record, place, theta);
      return integrate(record, (q) => (likelihood[q] ?? 0) * at(q));
    }
    case 'klp': {
      const at = divergence(record, place, theta);
      return integrate(record, (q) => (likelihood[q] ?? 0) * (bank.prior[q] ?? 0) * at(q));
    }
    case 'bopt': {
      const difficulty = isDichotomous(item) ? difficultyOf(item) : null;
      if (difficulty === null)
        throw new RangeError(`item ${item.id} has no difficulty to match; take another criterion`);
      return -Math.abs(difficulty - theta);
    }
    case 'thopt':
      return -Math.abs(mostInformativeTheta(item) - theta);
  }
}
