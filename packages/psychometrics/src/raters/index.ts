export { type Agreement, agreement } from './agreement.ts';
export { type DStudyRow, dStudy } from './d-study.ts';
export { type Drift, drift, type PeriodSeverity, type SelfAgreement } from './drift.ts';
export * from './facets/index.ts';
export { type CategoryKappa, type FleissKappa, fleissKappa } from './fleiss-kappa.ts';
export type { GDesign } from './g-design.ts';
export { type GStudy, gStudy, type VarianceComponent } from './g-study.ts';
export { type Halo, halo } from './halo.ts';
export {
  type IntraclassCorrelation,
  type IntraclassCorrelations,
  type IntraclassForm,
  intraclassCorrelations,
} from './intraclass.ts';
export * from './json.ts';
export {
  cohenKappa,
  type Kappa,
  type KappaOptions,
  type KappaWeights,
  type PairwiseKappa,
  pairwiseKappa,
} from './kappa.ts';
export { kappaOfTable, type TableKappa } from './kappa-table.ts';
export { type KrippendorffAlpha, krippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha.ts';
export { presentFleiss, presentGStudy, presentIntraclass, presentKappa, presentKrippendorff } from './present.ts';
export * from './present-effects.ts';
export { type RaterEffect, type RaterEffectLimits, raterEffects } from './rater-effects.ts';
export { type Rating, type Ratings, ratingsOf } from './ratings.ts';
export { isLong, performancesByRaters, readRatingRecords, readRatings } from './read-ratings.ts';
