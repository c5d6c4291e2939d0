export {
  alphaFrom,
  alphaIfDeleted,
  alphaInterval,
  alphaOf,
  kr21,
  semInterval,
  standardizedAlpha,
} from './alpha.ts';
export { type BootstrapOptions, bootstrapAlphaInterval } from './bootstrap-alpha.ts';
export { type ClassicalOptions, type ClassicalResult, classical } from './classical.ts';
export {
  type Composite,
  compositeOf,
  compositeReliability,
  type PartStatistics,
  stratifiedAlpha,
} from './composite.ts';
export { type ConditionalSem, conditionalSem } from './conditional-sem.ts';
export { biserialInterval, biserialOf, correlationInterval } from './correlation-interval.ts';
export { type DistractorResult, distractors, type ItemOptions, type OptionStatistics } from './distractors.ts';
export { type GuttmanBounds, guttmanBounds } from './guttman.ts';
export { type ItemCovariance, itemCovariance, type NoCovariance } from './item-covariance.ts';
export { type ItemFlag, type ItemFlagRule, itemFlagRules, scoreFlags } from './item-flags.ts';
export { type ItemScores, itemScores, type MissingRule } from './item-scores.ts';
export { type ItemStatistics, itemStatistics } from './item-statistics.ts';
export { classicalJson } from './json.ts';
export { offeredOptions } from './offered-options.ts';
export { type OmegaTotal, omegaTotal } from './omega.ts';
export {
  classicalFacts,
  classicalNotices,
  distributionSection,
  itemSection,
  presentClassical,
  reliabilitySection,
} from './present.ts';
export { explainFlags, optionTable, presentFlags } from './present-options.ts';
export { type Reliability, reliabilityOf } from './reliability.ts';
export { type ScoreGroups, scoreGroups } from './score-groups.ts';
export { type ScoreSummary, scoreSummary } from './score-summary.ts';
export { type SplitHalves, splitHalves } from './split-half.ts';
