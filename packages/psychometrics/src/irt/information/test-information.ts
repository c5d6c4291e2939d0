import { categoryCount, type Item } from '../items/item.ts';
import { ItemCurve } from '../scoring/item-curve.ts';

/** Fisher information of the items together at θ. */
export function testInformation(items: readonly Item[], theta: number): number {
  const curve = new ItemCurve();
  let information = 0;
  for (const item of items) {
    curve.at(item, theta);
    information += curve.information();
  }
  return information;
}

/** The standard error of an ML estimate at θ, 1 / √information; null where the items tell nothing there. */
export function conditionalSe(items: readonly Item[], theta: number): number | null {
  const information = testInformation(items, theta);
  return information > 0 ? 1 / Math.sqrt(information) : null;
}

/** The test characteristic curve: the expected sum score at θ, from 0 to the highest sum of the categories. */
export function expectedSumScore(items: readonly Item[], theta: number): number {
  const curve = new ItemCurve();
  let sum = 0;
  for (const item of items) {
    curve.at(item, theta);
    sum += curve.expected();
  }
  return sum;
}

/** Everything about a test at one θ, for instance at the cut. */
export interface TestAt {
  readonly theta: number;
  readonly information: number;
  /** Standard error of θ; null without information. */
  readonly se: number | null;
  /** Expected sum score. */
  readonly expectedSum: number;
  /** Standard deviation of the sum score of candidates at this θ: the conditional SEM in score points. */
  readonly sumSem: number;
  /** The share of the highest possible sum, 0 to 1; null without items. */
  readonly expectedShare: number | null;
}

/** The test at each θ: the curves of information, standard error and expected score. */
export function testCurve(items: readonly Item[], thetas: readonly number[]): readonly TestAt[] {
  const highest = items.reduce((sum, item) => sum + categoryCount(item) - 1, 0);
  const curve = new ItemCurve();
  return thetas.map((theta) => {
    let information = 0;
    let expectedSum = 0;
    let variance = 0;
    for (const item of items) {
      curve.at(item, theta);
      information += curve.information();
      expectedSum += curve.expected();
      variance += curve.centralMoment(2);
    }
    return {
      theta,
      information,
      se: information > 0 ? 1 / Math.sqrt(information) : null,
      expectedSum,
      sumSem: Math.sqrt(variance),
      expectedShare: highest > 0 ? expectedSum / highest : null,
    };
  });
}
