import { type BootstrapOptions, drawWeights } from '../classical/bootstrap-alpha.ts';
import { type ItemScores, itemScores } from '../classical/item-scores.ts';
import type { ResponseMatrix } from '../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import { percentileInterval } from '../numeric/intervals.ts';
import { Random } from '../numeric/random.ts';
import { counted } from '../presentation/numbers.ts';
import { type CutOptions, hansonBrennan, huynh, livingstonLewis, type NoDecision } from './beta-binomial.ts';
import type { TrueScoreBeta } from './beta-distribution.ts';
import type { Classification } from './classification.ts';
import { type PhiLambda, phiLambda } from './phi-lambda.ts';
import { type ScoreSample, scoreSample } from './score-sample.ts';
import { subkoviak } from './subkoviak.ts';

/** The methods that take the scores of candidates; Lee's and Rudner's take items calibrated by item response theory. */
export const DECISION_METHODS = ['livingston-lewis', 'hanson-brennan', 'subkoviak', 'huynh', 'phi-lambda'] as const;
/** One of {@link DECISION_METHODS}. */
export type DecisionMethod = (typeof DECISION_METHODS)[number];

/** How the decisions of an examination are judged. */
export interface DecisionOptions extends CutOptions {
  /** Livingston and Lewis's by default. */
  readonly method?: DecisionMethod;
  /** The highest score of each item; by default the highest that anybody reached. */
  readonly maximum?: readonly number[];
  /** Of the intervals; 200 samples from seed 1 by default, `false` for no intervals. */
  readonly bootstrap?: BootstrapOptions | false;
  /** 0.95 by default. */
  readonly confidence?: number;
  readonly override?: { readonly reason: string };
}

/** The statistics that have an interval. */
const MEASURES = ['consistency', 'kappa', 'accuracy', 'falsePositive', 'falseNegative'] as const;
type Measure = (typeof MEASURES)[number];
type Interval = readonly [number, number];

/** How well an examination decides at its cut; null where the method gives no such number. */
export type DecisionResult = { readonly [name in keyof Classification]: number | null } & {
  readonly method: DecisionMethod;
  readonly n: number;
  readonly cut: number;
  /** The highest total. */
  readonly maximum: number;
  /** Observed share of candidates at the cut or above; `passRate` is what the model expects. */
  readonly observedPassRate: number;
  /** How many candidates have each total from 0 to the maximum. */
  readonly distribution: readonly number[];
  /** Standard error of measurement by alpha, in score points; null without a reliability. */
  readonly sem: number | null;
  readonly confidence: number;
  /** Bootstrap percentile intervals over candidates. */
  readonly intervals: { readonly [name in Measure | 'phiLambda']: Interval | null };
  readonly reliability: number | null;
  readonly trueScores: TrueScoreBeta | null;
  readonly effectiveLength: number | null;
  readonly lordK: number | null;
  /** Only by the method phi-lambda. */
  readonly phiLambda: PhiLambda | null;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
};

/**
 * Consistency and accuracy of the decisions at a cut. Omitted and not reached items score 0.
 *
 * @throws {RangeError} for a cut outside the scores, and where candidates took different items: totals must be comparable.
 * @see AERA, APA & NCME (2014), Standards 2.16; Brennan (2004), CASMA 9, for the family of methods.
 */
export function decision(data: ResponseMatrix, options: DecisionOptions): DecisionResult {
  const { method = 'livingston-lewis', cut, bootstrap = { seed: 1, replicates: 200 }, confidence = 0.95 } = options;
  const scores = itemScores(data, 'zero', options.maximum);
  requireComplete(scores);
  const sample = scoreSample(scores);
  const { n, maximum, counts, variance, alpha } = sample;
  requireCut(cut, maximum);
  requireCut(options.trueCut ?? cut, maximum);
  const found = estimate(method, sample, options);
  const drawn = bootstrap === false || n < 2 || 'reason' in found ? [] : replicates(method, scores, options, bootstrap);
  const intervalOf = (read: (outcome: Outcome) => number | null): Interval | null =>
    percentileInterval(
      drawn.flatMap((outcome) => read(outcome) ?? []),
      confidence,
    );
  const outcome = 'reason' in found ? nothing : found;
  const judged = judgeSample('decision', n, options.override);
  return {
    ...outcome,
    method,
    n,
    cut,
    maximum,
    observedPassRate: counts.slice(Math.ceil(cut)).reduce((sum, count) => sum + count, 0) / n,
    distribution: [...counts],
    sem: alpha === null ? null : Math.sqrt(variance * Math.max(0, 1 - alpha)),
    confidence,
    intervals: {
      consistency: intervalOf((one) => one.consistency),
      kappa: intervalOf((one) => one.kappa),
      accuracy: intervalOf((one) => one.accuracy),
      falsePositive: intervalOf((one) => one.falsePositive),
      falseNegative: intervalOf((one) => one.falseNegative),
      phiLambda: intervalOf((one) => one.phiLambda?.phiLambda ?? null),
    },
    sample: judged,
    notices: [
      ...noticesOf(scores, found, options),
      ...(bootstrap === false ? [] : failedNotice(drawn.length, bootstrap.replicates, found)),
    ],
  };
}

type Outcome = { readonly [name in keyof Classification]: number | null } & Pick<
  DecisionResult,
  'reliability' | 'trueScores' | 'effectiveLength' | 'lordK' | 'phiLambda'
>;

const nothing: Outcome = {
  consistency: null,
  kappa: null,
  chance: null,
  accuracy: null,
  falsePositive: null,
  falseNegative: null,
  passRate: null,
  reliability: null,
  trueScores: null,
  effectiveLength: null,
  lordK: null,
  phiLambda: null,
};

const BY_SCORES = { 'livingston-lewis': livingstonLewis, 'hanson-brennan': hansonBrennan, huynh, subkoviak };

function estimate(method: DecisionMethod, sample: ScoreSample, options: CutOptions): Outcome | NoDecision {
  if (sample.n < 2) return { reason: 'one candidate has no consistency' };
  if (method === 'phi-lambda') return { ...nothing, phiLambda: phiLambda(sample, options.cut) };
  const found = BY_SCORES[method](sample, options);
  return 'reason' in found ? found : { ...nothing, ...found };
}

function replicates(
  method: DecisionMethod,
  scores: ItemScores,
  options: DecisionOptions,
  bootstrap: BootstrapOptions,
): readonly Outcome[] {
  const random = new Random(bootstrap.seed);
  const weights = new Int32Array(scores.persons.length);
  const found: Outcome[] = [];
  for (let replicate = 0; replicate < bootstrap.replicates; replicate += 1) {
    drawWeights(random, weights);
    const outcome = estimate(method, scoreSample(scores, weights), options);
    if (!('reason' in outcome)) found.push(outcome);
  }
  return found;
}

/** Samples that give no result are not like the others: intervals without them are too narrow. */
function failedNotice(succeeded: number, wanted: number, found: Outcome | NoDecision): readonly string[] {
  if ('reason' in found || succeeded === wanted) return [];
  return [
    `${wanted - succeeded} of ${wanted} bootstrap samples gave no result; the intervals rest on the others and are too narrow.`,
  ];
}

function noticesOf(
  { excluded }: ItemScores,
  found: Outcome | NoDecision,
  { method = 'livingston-lewis', parameters = 4 }: DecisionOptions,
): readonly string[] {
  const notices: string[] = [];
  const warn = (text: string): void => void notices.push(text);
  if (excluded.length > 0)
    warn(
      `${counted(excluded.length, 'candidate')} without any score ${excluded.length === 1 ? 'was' : 'were'} left out.`,
    );
  if ('reason' in found) {
    warn(`There is no result: ${found.reason}.`);
    return notices;
  }
  if (method === 'phi-lambda') warn('Φ(λ) measures squared distances to the cut; it knows no shares of decisions.');
  else if (found.accuracy === null) warn('This method knows no true scores, so it gives consistency without accuracy.');
  if (parameters === 4 && method !== 'huynh' && found.trueScores?.moments === 2) {
    warn('Four moments of true scores give no distribution within 0 and 1; two were fitted.');
  }
  return notices;
}

function requireComplete({ complete, items, columns }: ItemScores): void {
  if (complete) return;
  const partial = items.filter((_, item) => columns[item]?.some((score) => score < 0));
  throw new RangeError(
    `candidates took different items (${partial.slice(0, 8).join(', ')} were not presented to all); analyze each form by itself`,
  );
}

function requireCut(cut: number, maximum: number): void {
  if (cut > 0 && cut <= maximum) return;
  throw new RangeError(
    `a cut of ${cut} is outside the scores above 0 to ${maximum}; give the lowest score that passes`,
  );
}
