import type { DStudyRow } from './d-study.ts';
import type { ManyFacetRasch } from './facets/many-facet-rasch.ts';
import type { FleissKappa } from './fleiss-kappa.ts';
import type { GStudy } from './g-study.ts';
import type { IntraclassCorrelations } from './intraclass.ts';
import type { Kappa, PairwiseKappa } from './kappa.ts';
import type { KrippendorffAlpha } from './krippendorff-alpha.ts';

/** Plain data for `JSON.stringify`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const pairJson = ({ sample: _, raters, ...kappa }: Kappa): Json => ({ ...plain(kappa), raters });

/** Copies what `JSON.stringify` would: data without functions, undefined or non-numbers. */
const plain = (value: object): { readonly [name: string]: Json } => JSON.parse(JSON.stringify(value));

/**
 * Kappa: of two raters its numbers; of more than two Light's mean as `kappa`, and the pairs in `pairs` either way.
 *
 * With weights the weighted kappa stands as `kappa` and as `weightedKappa`.
 */
export function kappaJson({ pairs, light }: PairwiseKappa): Json {
  const [only, ...more] = pairs;
  const weighted = only !== undefined && only.weights !== 'none';
  const value = more.length === 0 ? (only?.kappa ?? null) : light;
  return {
    ...(only !== undefined && more.length === 0
      ? plain(only)
      : { n: Math.min(...pairs.map(({ n }) => n)), weights: plain({ w: only?.weights ?? 'none' }).w ?? null, light }),
    kappa: value,
    ...(weighted ? { weightedKappa: value } : {}),
    pairs: pairs.map(pairJson),
    sample: only === undefined ? null : plain(worst(pairs).sample),
  };
}

const worst = (pairs: readonly Kappa[]): Kappa => pairs.reduce((least, pair) => (pair.n < least.n ? pair : least));

/** Fleiss' kappa with its categories. */
export const fleissJson = (result: FleissKappa): Json => plain(result);

/** Krippendorff's alpha with its interval. */
export const krippendorffJson = (result: KrippendorffAlpha): Json => plain(result);

/** The six intraclass correlations in `icc`, in the order of Shrout & Fleiss, and by name in `byForm`. */
export function intraclassJson(result: IntraclassCorrelations): Json {
  const { coefficients, ...rest } = result;
  return {
    ...plain(rest),
    icc: coefficients.map((coefficient) => plain(coefficient)),
    byForm: Object.fromEntries(coefficients.map(({ form, icc }) => [form, icc])),
  };
}

/** The G-study with its D-study in `dStudy`. */
export const gStudyJson = (study: GStudy, rows: readonly DStudyRow[]): Json => ({
  ...plain(study),
  dStudy: rows.map((row) => plain(row)),
});

/** The many-facet model; `deviance` is −2 times the log-likelihood. */
export const manyFacetJson = (result: ManyFacetRasch): Json => ({
  ...plain(result),
  deviance: -2 * result.logLikelihood,
});
