import type { PersonPatterns } from './person-patterns.ts';
import type { ComparedPair, Similarity } from './similarity/similarity.ts';

/** The result of a comparison of answers as JSON: fixed names `pairs`, `a`, `b`, `statistic`, `p`. */
export type SimilarityJson = Omit<Similarity, 'pairs'> & { readonly pairs: readonly ComparedPair[] };

/** The JSON object; `a` is the suspected copier and `b` the source where `direction` is `a-from-b`. */
export function similarityJson(result: Similarity): SimilarityJson {
  const { pairs, ...rest } = result;
  return { pairs, ...rest };
}

/** Unusual patterns of answers as JSON: `persons` with `id`, `statistic`, `p`, and what they amount to. */
export const patternsJson = (result: PersonPatterns): PersonPatterns => result;
