import type { DecisionResult } from './decision.ts';
import type { ItemDecision } from './decision-by-items.ts';

/** The quality of decisions as one object with fixed names; null where the method gives no such number. */
export function decisionJson(result: DecisionResult) {
  const { consistency, kappa, accuracy, falsePositive, falseNegative, phiLambda, ...rest } = result;
  const { phiLambda: index = null, ...dependability } = phiLambda ?? {};
  return {
    consistency,
    kappa,
    accuracy,
    falsePositive,
    falseNegative,
    ...(phiLambda === null ? {} : { phiLambda: index, ...dependability }),
    verdict: result.sample.verdict,
    ...rest,
  };
}

/** The quality of decisions by item response theory, with the same fixed names. */
export function itemDecisionJson(result: ItemDecision) {
  const { consistency, kappa, accuracy, falsePositive, falseNegative, ...rest } = result;
  const verdict = result.sample?.verdict ?? null;
  return { consistency, kappa, accuracy, falsePositive, falseNegative, verdict, ...rest };
}
