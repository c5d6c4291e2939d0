import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { type SampleUse, sampleRules } from '../../guard/sample-rules.ts';
import type { Item, ItemModel } from './item.ts';

/** By which rule the size of a sample is judged that a model is estimated from. */
export const sampleUses: Readonly<Record<ItemModel, SampleUse>> = {
  rasch: 'rasch',
  '1pl': 'rasch',
  '2pl': 'two-parameter',
  '3pl': 'three-parameter',
  '4pl': 'four-parameter',
  pcm: 'rating-scale',
  rsm: 'rating-scale',
  gpcm: 'graded',
  grm: 'graded',
  nrm: 'nominal',
};

/** Judges a sample by the rule of the most demanding model among the items; a test of fit wants what estimation wants. */
export function judgeModels(items: readonly Item[], n: number, override?: { readonly reason: string }): SampleJudgment {
  let use: SampleUse = 'rasch';
  for (const { model } of items)
    if (sampleRules[sampleUses[model]].okFrom > sampleRules[use].okFrom) use = sampleUses[model];
  return judgeSample(use, n, override);
}
