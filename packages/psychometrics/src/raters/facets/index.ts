export type { Facet, FacetElement, FacetPerson } from './facet-summary.ts';
export { type FacetSteps, type ManyFacetOptions, type ManyFacetRasch, manyFacetRasch } from './many-facet-rasch.ts';
export { type ExtremeElement, type FacetData, type FacetRating, facetsOf } from './observations.ts';
export type { Subset } from './subsets.ts';
