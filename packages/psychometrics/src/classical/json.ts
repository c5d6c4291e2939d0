import type { ClassicalResult } from './classical.ts';
import type { DistractorResult } from './distractors.ts';

/** The classical analysis as one object with fixed names; `itemTotal`, `itemRest` are point-biserial correlations. */
export function classicalJson(result: ClassicalResult, options?: DistractorResult) {
  const { n, score, reliability, items } = result;
  return {
    n,
    items: items.map((item, at) => {
      const { id, p, itemTotal, itemRest, biserial, alphaIfDeleted, sample, ...rest } = item;
      const analyzed = options?.items[at];
      return {
        id,
        p,
        itemTotal,
        itemRest,
        biserial,
        alphaIfDeleted,
        verdict: sample.verdict,
        ...rest,
        flags: [...item.flags, ...(analyzed?.flags ?? [])],
        ...(analyzed === undefined ? {} : { key: analyzed.key, options: analyzed.options, none: analyzed.none }),
      };
    }),
    mean: score.mean,
    sd: score.sd,
    alpha: reliability.alpha,
    kr20: reliability.kr20,
    kr21: reliability.kr21,
    lambda2: reliability.lambda2,
    lambda6: reliability.lambda6,
    sem: reliability.sem,
    alphaCi: reliability.alphaInterval,
    semCi: reliability.semInterval,
    verdict: result.sample.verdict,
    score,
    reliability,
    conditionalSem: result.conditionalSem,
    ...(options === undefined ? {} : { groups: options.groups }),
    missing: result.missing,
    confidence: result.confidence,
    sample: result.sample,
    notices: result.notices,
  };
}
