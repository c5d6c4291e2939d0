import { mayShow } from '../guard/index.ts';
import { scoreHistogram } from '../plots/index.ts';
import {
  count,
  counted,
  type Fact,
  type Figure,
  fixed,
  interval,
  left,
  type Presentation,
  type PresentedSection,
  percent,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import type { DecisionMethod, DecisionResult } from './decision.ts';

/** The names of the methods as people know them. */
export const decisionMethodNames: Readonly<Record<DecisionMethod, string>> = {
  'livingston-lewis': 'Livingston and Lewis (1995)',
  'hanson-brennan': 'Hanson and Brennan (1990)',
  subkoviak: 'Subkoviak (1976)',
  huynh: 'Huynh (1976)',
  'phi-lambda': 'Brennan and Kane (1977)',
};

/** The quality of decisions as people read it. A sample too small gives counts only, unless the rule was set aside. */
export function presentDecision(result: DecisionResult): Presentation {
  const shown = mayShow(result.sample);
  return {
    title: 'Decisions at the cut',
    subtitle: `${counted(result.n, 'candidate')}, cut ${result.cut} of ${result.maximum}, ${decisionMethodNames[result.method]}`,
    facts: shown ? decisionFacts(result) : [{ label: 'Candidates', value: count(result.n), note: '' }],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: shown ? [{ ...decisionSection(result), figures: [scoresAtTheCut(result)] }] : [],
  };
}

/** The few numbers that one looks for first. */
export function decisionFacts(result: DecisionResult): readonly Fact[] {
  const { intervals, confidence, phiLambda, observedPassRate } = result;
  const at = `${percent(confidence, 0)} interval`;
  const passed: Fact = {
    label: 'Passed',
    value: percent(observedPassRate),
    note: `cut ${result.cut} of ${result.maximum}`,
  };
  if (phiLambda !== null) {
    const note = `${at} ${interval(intervals.phiLambda, 3)}`;
    return [passed, { label: 'Φ(λ)', value: fixed(phiLambda.phiLambda, 3), note }];
  }
  return [
    passed,
    { label: 'Consistency', value: fixed(result.consistency, 3), note: `${at} ${interval(intervals.consistency, 3)}` },
    { label: 'Kappa', value: fixed(result.kappa, 3), note: `${at} ${interval(intervals.kappa, 3)}` },
    { label: 'Accuracy', value: fixed(result.accuracy, 3), note: `${at} ${interval(intervals.accuracy, 3)}` },
  ];
}

/** The distribution of the scores with the cut, and one standard error of measurement to each side. */
const scoresAtTheCut = ({ distribution, cut, sem, maximum }: DecisionResult): Figure =>
  scoreHistogram({
    scores: distribution.flatMap((count, score) => new Array<number>(count).fill(score)),
    cut,
    sem,
    maximum,
  });

/** All numbers with their intervals, and the model they rest on. */
export function decisionSection(result: DecisionResult): PresentedSection {
  const { intervals, phiLambda, trueScores } = result;
  const row = (label: string, value: number | null, bounds: readonly [number, number] | null): readonly string[] => [
    label,
    fixed(value, 3),
    interval(bounds, 3),
  ];
  const rows =
    phiLambda === null
      ? [
          row('Consistency: two administrations decide alike', result.consistency, intervals.consistency),
          row('Kappa: the same beyond chance', result.kappa, intervals.kappa),
          row('Accuracy: the decision is right', result.accuracy, intervals.accuracy),
          row('False positive: passes, below the cut in truth', result.falsePositive, intervals.falsePositive),
          row('False negative: fails, at the cut or above in truth', result.falseNegative, intervals.falseNegative),
        ]
      : [
          row('Φ(λ): dependability at the cut', phiLambda.phiLambda, intervals.phiLambda),
          row('Φ(λ), squared distance to the cut as observed', phiLambda.phiLambdaBiased, null),
          row('Φ: dependability with the cut at the mean', phiLambda.phi, null),
          row('Eρ²: generalizability', phiLambda.generalizability, null),
        ];
  const model =
    trueScores === null
      ? []
      : [
          `True scores: beta with ${fixed(trueScores.alpha, 3)} and ${fixed(trueScores.beta, 3)} between ${fixed(trueScores.lower, 3)} and ${fixed(trueScores.upper, 3)} (shares of the maximum), from ${counted(trueScores.moments, 'moment')}${
            result.effectiveLength === null ? '' : `; effective test length ${fixed(result.effectiveLength, 1)}`
          }.`,
        ];
  return {
    heading: 'Decision quality',
    paragraphs: [`Method: ${decisionMethodNames[result.method]}.`, ...model],
    figures: [],
    tables: [
      {
        caption: '',
        columns: [left('Share of all candidates'), right('Value'), right(`${percent(result.confidence, 0)} interval`)],
        rows,
      },
    ],
  };
}
