export { fitLognormal, type LognormalOptions, type LognormalTimes, type TimedItem } from './lognormal.ts';
export {
  type ItemEffort,
  type PersonEffort,
  type RapidGuessing,
  rapidGuessing,
} from './rapid-guessing.ts';
export type { ResponseTimes } from './response-times.ts';
export type { ThresholdRule } from './thresholds.ts';
export { type TimedPerson, type TimeResiduals, timeResiduals } from './time-residuals.ts';
