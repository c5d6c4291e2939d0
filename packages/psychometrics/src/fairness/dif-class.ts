/** Negligible, moderate and large differential functioning, as testing programs sort items. */
export type DifClass = 'A' | 'B' | 'C';

/**
 * The classes of ETS from the Mantel-Haenszel delta difference, by size and significance together: B from 1 delta point
 * where the difference from 0 is significant, C from 1.5 where |delta| is also significantly above 1 (one-sided).
 *
 * @param delta MH D-DIF = −2.35 ln α; negative where the item is harder for the focal group.
 * @param se its standard error.
 * @param significant whether the difference from 0 is significant, by the Mantel-Haenszel test or the exact one.
 * @see Zieky (1993), in Holland & Wainer, Differential Item Functioning; Zwick (2012), ETS RR-12-08.
 */
export function etsClass(delta: number, se: number, significant: boolean): DifClass {
  const size = Math.abs(delta);
  if (!significant || size < 1) return 'A';
  return size >= 1.5 && size - 1 > 1.6448536269514722 * se ? 'C' : 'B';
}

/**
 * Classes of the standardized difference in proportions: below 0.05 negligible, 0.05 to 0.10 to be looked at, above
 * large.
 *
 * @see Dorans, Schmitt & Bleistein (1992), Journal of Educational Measurement 29(4).
 */
export function standardizationClass(difference: number): DifClass {
  const size = Math.abs(difference);
  return size > 0.1 ? 'C' : size >= 0.05 ? 'B' : 'A';
}

/**
 * Classes of a polytomous item by the standardized mean difference in units of the item's standard deviation: up to
 * 0.17 negligible, up to 0.25 moderate, above large; negligible whatever its size where Mantel's test is not
 * significant.
 *
 * @see Zwick, Thayer & Mazzeo (1997), Applied Measurement in Education 10(4) (their AA, BB and CC).
 */
export function polytomousClass(standardizedDifference: number, significant: boolean): DifClass {
  const size = Math.abs(standardizedDifference);
  if (!significant || size <= 0.17) return 'A';
  return size <= 0.25 ? 'B' : 'C';
}

/**
 * Classes of the change in Nagelkerke's R² by Jodoin & Gierl: 0.035 and 0.070.
 *
 * @see Jodoin & Gierl (2001), Applied Measurement in Education 14(4).
 */
export function jodoinGierlClass(change: number, significant: boolean): DifClass {
  if (!significant || change < 0.035) return 'A';
  return change <= 0.07 ? 'B' : 'C';
}

/**
 * Classes of the change in Nagelkerke's R² by Zumbo & Thomas: 0.13 and 0.26.
 *
 * @see Zumbo & Thomas (1997), A measure of effect size for a model-based approach for studying DIF.
 */
export function zumboThomasClass(change: number, significant: boolean): DifClass {
  if (!significant || change < 0.13) return 'A';
  return change <= 0.26 ? 'B' : 'C';
}

/**
 * Classes of SIBTEST's beta, in proportion of the item's score range: 0.059 and 0.088.
 *
 * @see Roussos & Stout (1996), Journal of Educational Measurement 33(2).
 */
export function sibtestClass(beta: number, significant: boolean): DifClass {
  const size = Math.abs(beta);
  if (!significant || size < 0.059) return 'A';
  return size < 0.088 ? 'B' : 'C';
}
