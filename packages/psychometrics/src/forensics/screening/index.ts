export { type AnswerChanges, answerChanges, type ChangedPerson } from './answer-changes.ts';
export type { CenterMean } from './center-means.ts';
export type { CenterRate } from './center-rates.ts';
export {
  type Adjusted,
  type CenterCandidate,
  type CenterComparison,
  type ComparedCenter,
  compareCenters,
} from './centers.ts';
export { type Attempts, type GainedPerson, type ScoreGains, scoreGains } from './score-gain.ts';
