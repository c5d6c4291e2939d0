export { type GroupBasedFit, groupBasedFit } from './group-based.ts';
export { type LzStatistics, lzOf, lzStatistics, type ThetaEstimate } from './lz.ts';
export {
  type PersonFit,
  type PersonFitOptions,
  type PersonFitReport,
  type PersonFlag,
  personFit,
} from './person-fit.ts';
