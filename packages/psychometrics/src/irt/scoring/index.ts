export { itemsOfColumns } from './item-columns.ts';
export { type LatentGrid, type LatentOptions, latentGrid } from './latent-grid.ts';
export { type PlausibleValues, plausibleValues } from './plausible-values.ts';
export { presentScores } from './present.ts';
export {
  type PersonScore,
  SCORING_METHODS,
  type ScoringMethod,
  type ScoringOptions,
  scorePersons,
} from './score-persons.ts';
export { type SampleScores, type SumScoreFrequency, scoreSample } from './score-sample.ts';
export { highestSum, type SumScoreRow, sumScoreDistribution, sumScoreTable } from './sum-score.ts';
