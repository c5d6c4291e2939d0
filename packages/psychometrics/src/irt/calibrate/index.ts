export { calibrate } from './calibrate.ts';
export { type CalibrationJson, calibrationJson, type ItemJson } from './json.ts';
export {
  type AsymptotePrior,
  type CalibrateOptions,
  type ItemPriors,
  SE_METHODS,
  type SeMethod,
} from './options.ts';
export { presentCalibration } from './present.ts';
export { readCategories, readItems } from './read-items.ts';
export { recodeCategories } from './recode.ts';
export type { CalibratedGroup, CalibratedItem, Calibration, LatentDistribution } from './result.ts';
