import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { ratioInterval, wilsonInterval } from '../numeric/intervals.ts';
import { fisherExact } from './fisher.ts';
import { type GroupOutcome, requireOutcomes } from './group-outcomes.ts';

/** One group's pass rate beside that of the reference group. */
export interface GroupImpact {
  readonly group: string;
  readonly n: number;
  readonly passed: number;
  /** 0 to 1; null of nobody. */
  readonly rate: number | null;
  /** Wilson's 95 % interval. */
  readonly rateInterval: readonly [number, number] | null;
  /**
   * Impact ratio, the group's rate by that of the reference group. Null for the reference group itself, or without
   * passes there.
   */
  readonly ratio: number | null;
  /** 95 % of the ratio, on the log scale (Katz); null where a rate is 0. */
  readonly ratioInterval: readonly [number, number] | null;
  /** The ratio is below four fifths. */
  readonly belowFourFifths: boolean | null;
  /** How many more of the group would have had to pass to reach four fifths. */
  readonly shortfall: number | null;
  /** Difference of the rates in standard errors, pooled. */
  readonly z: number | null;
  readonly zP: number | null;
  /** Fisher's exact test, two-sided. */
  readonly fisherP: number | null;
  /** Cohen's h, 2 asin √p − 2 asin √p of the reference group. */
  readonly h: number | null;
  /** Difference of the mean scores by the pooled standard deviation, group minus reference. */
  readonly standardizedDifference: number | null;
  readonly seStandardizedDifference: number | null;
  readonly sample: SampleJudgment;
}

/** All groups beside the reference group. */
export interface AdverseImpact {
  readonly n: number;
  readonly reference: string;
  readonly groups: readonly GroupImpact[];
  readonly notices: readonly string[];
}

/**
 * Adverse impact: the pass rates of groups, and the four-fifths rule with its uncertainty.
 *
 * @param options.reference the group to compare with; without it, the one with the highest pass rate, as the rule says.
 * @throws {RangeError} when there are fewer than two groups, a name stands twice, or counts are impossible.
 * @see Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4D; Katz et al. (1978), Biometrics
 *   34(3); Morris & Lobsenz (2000), Personnel Psychology 53(1); Cohen (1988), chapter 6; Hedges & Olkin (1985), chapter
 *   5.
 */
export function adverseImpact(
  outcomes: readonly GroupOutcome[],
  options: { readonly reference?: string; readonly override?: { readonly reason: string } } = {},
): AdverseImpact {
  requireOutcomes(outcomes);
  const reference = referenceOf(outcomes, options.reference);
  const notices: string[] = [];
  const groups = outcomes.map((own): GroupImpact => {
    const sample = judgeSample('group-comparison', Math.min(own.n, reference.n), options.override);
    const alone = own === reference || own.n === 0 || reference.n === 0;
    return { ...rateOf(own), ...(alone ? noComparison : comparison(own, reference)), sample };
  });
  if (reference.passed === 0) notices.push(`Nobody of ${reference.group} passed: there is no impact ratio.`);
  for (const { group, n } of outcomes) if (n === 0) notices.push(`Group ${group} has nobody.`);
  for (const { group, belowFourFifths, fisherP, ratio } of groups) {
    if (ratio === null) continue;
    if (belowFourFifths === true && fisherP !== null && fisherP >= 0.05) {
      notices.push(`${group}: below four fifths, but the difference may be chance (Fisher's p ${fisherP.toFixed(3)}).`);
    }
    if (belowFourFifths === false && fisherP !== null && fisherP < 0.05) {
      notices.push(
        `${group}: four fifths are reached, but the difference is more than chance (Fisher's p ${fisherP.toFixed(3)}).`,
      );
    }
  }
  const n = outcomes.reduce((sum, outcome) => sum + outcome.n, 0);
  return { n, reference: reference.group, groups, notices };
}

function referenceOf(outcomes: readonly GroupOutcome[], name: string | undefined): GroupOutcome {
  if (name !== undefined) {
    const found = outcomes.find(({ group }) => group === name);
    if (found === undefined) {
      throw new RangeError(
        `there is no group "${name}"; the groups are ${outcomes.map(({ group }) => group).join(', ')}`,
      );
    }
    return found;
  }
  const rate = ({ n, passed }: GroupOutcome): number => (n === 0 ? -1 : passed / n);
  return outcomes.reduce((best, outcome) => (rate(outcome) > rate(best) ? outcome : best));
}

function rateOf({
  group,
  n,
  passed,
}: GroupOutcome): Pick<GroupImpact, 'group' | 'n' | 'passed' | 'rate' | 'rateInterval'> {
  if (n === 0) return { group, n, passed, rate: null, rateInterval: null };
  return { group, n, passed, rate: passed / n, rateInterval: wilsonInterval(passed, n) };
}

const noComparison = {
  ratio: null,
  ratioInterval: null,
  belowFourFifths: null,
  shortfall: null,
  z: null,
  zP: null,
  fisherP: null,
  h: null,
  standardizedDifference: null,
  seStandardizedDifference: null,
};

function comparison(
  own: GroupOutcome,
  reference: GroupOutcome,
): Omit<GroupImpact, keyof ReturnType<typeof rateOf> | 'sample'> {
  const [p, q] = [own.passed / own.n, reference.passed / reference.n];
  const ratio = q === 0 ? null : p / q;
  const seLog = p > 0 && q > 0 ? Math.sqrt((1 - p) / own.passed + (1 - q) / reference.passed) : null;
  const pooled = (own.passed + reference.passed) / (own.n + reference.n);
  const sePooled = Math.sqrt(pooled * (1 - pooled) * (1 / own.n + 1 / reference.n));
  const z = sePooled > 0 ? (p - q) / sePooled : null;
  return {
    ratio,
    ratioInterval: ratio === null || seLog === null ? null : ratioInterval(ratio, seLog),
    // In whole numbers, so that exactly four fifths are not lost to rounding.
    belowFourFifths: ratio === null ? null : 5 * own.passed * reference.n < 4 * reference.passed * own.n,
    shortfall:
      ratio === null ? null : Math.max(0, Math.ceil((4 * reference.passed * own.n) / (5 * reference.n)) - own.passed),
    z,
    zP: z === null ? null : normal.twoSided(z),
    fisherP: fisherExact(own.passed, own.n - own.passed, reference.passed, reference.n - reference.passed),
    h: 2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q)),
    ...standardized(own, reference),
  };
}

function standardized(
  own: GroupOutcome,
  reference: GroupOutcome,
): Pick<GroupImpact, 'standardizedDifference' | 'seStandardizedDifference'> {
  const none = { standardizedDifference: null, seStandardizedDifference: null };
  if (own.scores === undefined || reference.scores === undefined) return none;
  const df = own.n + reference.n - 2;
  const pooled = ((own.n - 1) * own.scores.sd ** 2 + (reference.n - 1) * reference.scores.sd ** 2) / df;
  if (!(df > 0) || !(pooled > 0)) return none;
  const d = (own.scores.mean - reference.scores.mean) / Math.sqrt(pooled);
  const variance = (own.n + reference.n) / (own.n * reference.n) + d ** 2 / (2 * (own.n + reference.n));
  return { standardizedDifference: d, seStandardizedDifference: Math.sqrt(variance) };
}
