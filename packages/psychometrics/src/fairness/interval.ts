/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/** The 95 % interval of a normal estimate. */
export const intervalAround = (value: number, se: number): readonly [number, number] => [
  value - Z95 * se,
  value + Z95 * se,
];

/** The 95 % interval of an estimate whose logarithm is normal. */
export const ratioInterval = (ratio: number, seLog: number): readonly [number, number] => [
  ratio * Math.exp(-Z95 * seLog),
  ratio * Math.exp(Z95 * seLog),
];
