/** From here on the asymptotic series are exact to double precision. */
const FAR = 12;

function requirePositive(x: number): void {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`the derivatives of log Γ are defined here above 0, not at ${x}`);
}

/**
 * The digamma function ψ(x), the derivative of log Γ(x); x above 0. To 1e-14, relative, or absolute about its zero at
 * 1.4616.
 *
 * @see DLMF 5.11.2 (asymptotic series), 5.5.2 (recurrence).
 */
export function digamma(x: number): number {
  requirePositive(x);
  let shift = 0;
  let far = x;
  for (; far < FAR; far += 1) shift -= 1 / far;
  const s = 1 / (far * far);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32_760 - s / 12))))));
  return shift + Math.log(far) - 0.5 / far - series;
}

/**
 * The trigamma function ψ′(x); x above 0. To a relative 1e-14.
 *
 * @see DLMF 5.15.8 (asymptotic series), 5.15.5 (recurrence).
 */
export function trigamma(x: number): number {
  requirePositive(x);
  let shift = 0;
  let far = x;
  for (; far < FAR; far += 1) shift += 1 / (far * far);
  const s = 1 / (far * far);
  const series =
    s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - (s * 7) / 6))))));
  return shift + 1 / far + s / 2 + series / far;
}
