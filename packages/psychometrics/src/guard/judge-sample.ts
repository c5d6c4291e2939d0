import { type SampleRule, type SampleUse, sampleRules, type Verdict } from './sample-rules.ts';

/** Says for a result how far its sample carries it; stands beside every result. */
export interface SampleJudgment {
  readonly use: SampleUse;
  /** How many there are of what the rule counts. */
  readonly n: number;
  /** By the rule, whatever was overridden. */
  readonly verdict: Verdict;
  /** In words: what is there, what is wanted, by whose rule. */
  readonly says: string;
  /** Why the rule was set aside; null where it was not. It is recorded with the result. */
  readonly override: { readonly reason: string } | null;
}

/**
 * Judges the size of a sample by the published rules.
 *
 * @param override why a result is to be shown although the rule forbids it; recorded, and the verdict stays.
 * @throws {RangeError} when an override gives no reason.
 */
export function judgeSample(use: SampleUse, n: number, override?: { readonly reason: string }): SampleJudgment {
  if (override !== undefined && override.reason.trim() === '') {
    throw new RangeError('an override of the rule for sample sizes needs a reason; say why the result may be used');
  }
  const rule: SampleRule = sampleRules[use];
  const verdict: Verdict = n >= rule.okFrom ? 'ok' : n >= rule.warnFrom ? 'warn' : 'too-few';
  const counted = `${n} ${n === 1 ? rule.of.replace(/(candidate|judge|performance|item)s/, '$1') : rule.of}`;
  const says = {
    ok: counted,
    warn: `${counted}: usable with care, ${rule.okFrom} are wanted (${rule.source})`,
    'too-few': `${counted}: too few to say anything, at least ${rule.warnFrom} are wanted (${rule.source})`,
  }[verdict];
  return { use, n, verdict, says, override: override ?? null };
}

/** Whether more than counts may be shown to people: the sample is large enough, or the rule was set aside. */
export const mayShow = ({ verdict, override }: SampleJudgment): boolean => verdict !== 'too-few' || override !== null;

/** The worse of the verdicts; `ok` of none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('too-few')) return 'too-few';
  return verdicts.includes('warn') ? 'warn' : 'ok';
}
