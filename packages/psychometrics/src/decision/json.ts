import type { DecisionResult } from './decision.ts';

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
