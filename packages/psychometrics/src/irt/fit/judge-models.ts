import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { type SampleUse, sampleRules } from '../../guard/sample-rules.ts';
import type { Item, ItemModel } from '../items/item.ts';

const USES: Readonly<Record<ItemModel, SampleUse>> = {
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
  for (const { model } of items) if (sampleRules[USES[model]].okFrom > sampleRules[use].okFrom) use = USES[model];
  return judgeSample(use, n, override);
}
