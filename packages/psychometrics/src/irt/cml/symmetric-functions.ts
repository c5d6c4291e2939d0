/**
 * Elementary symmetric functions by products of polynomials: the coefficient of t^r in Π (Σ_k ε_ik t^k). All terms are
 * positive, so nothing cancels; with Σ_k ε_ik = 1 for each item they are probabilities of scores and do not overflow.
 *
 * @param items the ε of each item, one per category.
 * @returns one number per score, 0 to the highest.
 * @see Fischer (1974); Verhelst, Glas & van der Sluis (1984), Comput. Statist. Quart. 1(3), the summation algorithm.
 */
export function symmetricFunctions(items: readonly Float64Array[]): Float64Array {
  return items.reduce((product, item) => multiplyPolynomials(product, item), Float64Array.of(1));
}

/** The coefficients of the product of two polynomials. */
export function multiplyPolynomials(left: Float64Array, right: Float64Array): Float64Array {
  const product = new Float64Array(left.length + right.length - 1);
  // The longer one in the inner loop.
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const { length } = long;
  for (let i = 0; i < short.length; i += 1) {
    const factor = short[i] ?? 0;
    for (let j = 0; j < length; j += 1) product[i + j] = (product[i + j] ?? 0) + factor * (long[j] ?? 0);
  }
  return product;
}

/**
 * The symmetric functions without each item in turn. The items are halved again and again, and the product of those
 * outside is carried along: J² log J steps for all, without any division or difference.
 *
 * @param others the product of items that are in every one of them.
 * @returns one array per item, in the order of the items.
 */
export function withoutEach(
  items: readonly Float64Array[],
  others: Float64Array = Float64Array.of(1),
): readonly Float64Array[] {
  const found = new Array<Float64Array>(items.length).fill(others);
  const descend = (from: number, to: number, outside: Float64Array): void => {
    if (to - from === 1) {
      found[from] = outside;
      return;
    }
    const middle = (from + to) >> 1;
    descend(from, middle, multiplyPolynomials(outside, symmetricFunctions(items.slice(middle, to))));
    descend(middle, to, multiplyPolynomials(outside, symmetricFunctions(items.slice(from, middle))));
  };
  if (items.length > 0) descend(0, items.length, others);
  return found;
}
