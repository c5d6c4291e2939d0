export { type CircleArcOptions, circleArcThrough, type ScorePoint } from './circle-arc.ts';
export { type ConversionChain, type ConversionRow, chainConversions, readConversion } from './conversion-chain.ts';
export {
  type FrequencyDistribution,
  frequencies,
  type JointDistribution,
  jointFrequencies,
  type ScoreRange,
} from './distribution.ts';
export { equipercentileFunction, frequencyEstimation } from './distribution-methods.ts';
export { equateGroups, equateWithAnchor } from './equate.ts';
export type { EquatedScore, Equating, EquatingOptions, StandardErrors } from './equating.ts';
export {
  type EquatingFiles,
  type EquatingInput,
  equateInput,
  equatingInput,
  type HighestScores,
} from './equating-input.ts';
export {
  IRT_EQUATING_METHODS,
  type IrtEquating,
  type IrtEquatingMethod,
  type IrtEvidence,
  type IrtPopulations,
  irtObservedScoreEquating,
  irtTrueScoreEquating,
  modelDistribution,
} from './irt-equating.ts';
export { freemanTukeyResidual, type LoglinearFit, type LoglinearStatistics } from './loglinear.ts';
export { type EquatingDesign, type EquatingMethod, equatingMethods } from './methods.ts';
export { scoreMoments, withoutAnchor } from './moments.ts';
export { continuize, percentileRank, scoreAtRank } from './percentile-rank.ts';
export { presentEquating, presentScaledScores } from './present.ts';
export { presentIrtEquating } from './present-irt.ts';
export { type BivariateDegrees, compareDegrees, smoothDistribution, smoothJoint } from './presmoothing.ts';
export { readScores, type ScoreFile } from './read-scores.ts';
export { binomialScaledScoreErrors, irtScaledScoreErrors, type ScaledScoreError } from './scaled-score-errors.ts';
export { type ScaledRow, type ScaledScores, type ScalingOptions, scaleScores } from './scaled-scores.ts';
export { freemanTukeyArcsine, type ScaleMethod, type ScalePoint, type ScoreScale, scoreScale } from './score-scale.ts';
export { type SmoothingSpline, type SplinePoints, smoothingSpline } from './smoothing-spline.ts';
