export { judgeSample, mayShow, type SampleJudgment, worstVerdict } from './judge-sample.ts';
export { type SampleRule, type SampleUse, sampleRules, type Verdict } from './sample-rules.ts';
