import type { ResponseMatrix } from '../data/index.ts';
import { type DecisionMethod, type DecisionResult, decision } from '../decision/decision.ts';
import { decisionMethodNames, decisionSection } from '../decision/present.ts';
import { fixed, left, type PresentedSection, right } from '../presentation/index.ts';

const OTHERS: readonly DecisionMethod[] = ['hanson-brennan', 'subkoviak', 'huynh', 'phi-lambda'];

/** Decision quality by Livingston and Lewis with intervals, and beside it what the other methods say. */
export function decisionsAtTheCut(scores: ResponseMatrix, decided: DecisionResult): PresentedSection {
  const section = decisionSection(decided);
  const others = OTHERS.map((method) => decision(scores, { cut: decided.cut, method, bootstrap: false }));
  return {
    ...section,
    tables: [
      ...section.tables,
      {
        caption: 'By method',
        columns: [
          left('Method'),
          ...['Consistency', 'Kappa', 'Accuracy', 'False positive', 'False negative', 'Φ(λ)'].map(right),
        ],
        rows: [decided, ...others].map((result) => [
          decisionMethodNames[result.method],
          fixed(result.consistency, 3),
          fixed(result.kappa, 3),
          fixed(result.accuracy, 3),
          fixed(result.falsePositive, 3),
          fixed(result.falseNegative, 3),
          fixed(result.phiLambda?.phiLambda ?? null, 3),
        ]),
      },
    ],
  };
}
