import type { SampleJudgment } from '../guard/judge-sample.ts';
import type { Notice } from './document.ts';

/**
 * What the size of a sample means for a result: nothing where it is enough; that the rule was set aside, and why.
 *
 * @param about what rests on the sample, with the words before the count: "Reliability: ", "The link rests on ".
 */
export function sampleNotices(sample: SampleJudgment | null, about = ''): readonly Notice[] {
  if (sample === null) return [];
  const { verdict, says, override } = sample;
  return [
    ...(verdict === 'ok' ? [] : [{ verdict, text: `${about}${says}.` }]),
    ...(override === null
      ? []
      : textNotices([`The rule for sample sizes was set aside: ${override.reason.replace(/\.$/, '')}.`])),
  ];
}

/** Remarks of a method, each a full sentence, as warnings. */
export const textNotices = (texts: readonly string[]): readonly Notice[] =>
  texts.map((text) => ({ verdict: 'warn', text }));
