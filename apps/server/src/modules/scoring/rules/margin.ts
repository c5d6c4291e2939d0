/**
 * The standard error of a topic score under the binomial error model: n items drawn from a domain of which the candidate
 * masters a share p have the variance n p (1 - p); with p estimated from the same n items, n - 1 divides.
 *
 * @param score points reached, each item one point.
 * @param maxScore how many items the topic has.
 * @returns score points; 0 for fewer than two items, about whose chance nothing can be said.
 * @see Lord & Novick (1968), Statistical Theories of Mental Test Scores, 11.8.
 */
export const marginPoints = (score: number, maxScore: number): number => {
  if (maxScore < 2) return 0;
  return Math.sqrt((score * (maxScore - score)) / (maxScore - 1));
};
