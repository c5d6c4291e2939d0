export {
  type BetaBinomialDecision,
  type CutOptions,
  hansonBrennan,
  huynh,
  livingstonLewis,
  type NoDecision,
} from './beta-binomial.ts';
export { fitTrueScores, type TrueScoreBeta } from './beta-distribution.ts';
export { betaPoints, type ScorePoints } from './beta-points.ts';
export { type Classification, classify, type TruePoints } from './classification.ts';
export {
  DECISION_METHODS,
  type DecisionMethod,
  type DecisionOptions,
  type DecisionResult,
  decision,
} from './decision.ts';
export {
  decisionByItems,
  IRT_DECISION_METHODS,
  type IrtDecisionMethod,
  type ItemDecision,
  type ItemDecisionOptions,
} from './decision-by-items.ts';
export {
  type IrtDecision,
  type IrtDecisionOptions,
  type LatentPoints,
  lee,
  normalPoints,
  rudner,
} from './irt-decision.ts';
export { decisionJson, itemDecisionJson } from './json.ts';
export { type PhiLambda, phiLambda } from './phi-lambda.ts';
export { decisionFacts, decisionMethodNames, decisionSection, presentDecision } from './present.ts';
export { presentItemDecision } from './present-by-items.ts';
export { type SubkoviakDecision, subkoviak } from './subkoviak.ts';
export { lordK, trueScoreMoments } from './true-score-moments.ts';
