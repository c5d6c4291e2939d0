import { listed } from '../data/listed.ts';
import { countMissing } from '../data/missing.ts';
import type { ResponseMatrix } from '../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import type { BootstrapOptions } from './bootstrap-alpha.ts';
import { type ConditionalSem, conditionalSem } from './conditional-sem.ts';
import { itemCovariance } from './item-covariance.ts';
import { highestTotal, type ItemScores, itemScores, type MissingRule } from './item-scores.ts';
import { type ItemStatistics, itemStatistics } from './item-statistics.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';
import { type ScoreSummary, scoreSummary } from './score-summary.ts';

/** How an examination is analyzed. */
export interface ClassicalOptions {
  /** 'zero' (the default) scores omitted and not reached items wrong; items that were not presented are left out always. */
  readonly missing?: MissingRule;
  /** The highest score of each item; by default the highest that anybody reached. */
  readonly maximum?: readonly number[];
  /** The part of each item, in the order of the items; asks for stratified alpha. */
  readonly parts?: readonly string[];
  /** Weights of the parts by their ids. */
  readonly weights?: Readonly<Record<string, number>>;
  /** p by guessing of each item, such as 0.25 of four options. */
  readonly chance?: readonly (number | null)[];
  /** Of all intervals; 0.95 by default. */
  readonly confidence?: number;
  /** Asks for a bootstrap interval of alpha in place of Feldt's. */
  readonly bootstrap?: BootstrapOptions;
  /** Of the sample of split halves; 1 by default. */
  readonly seed?: number;
  /** Why the statistics may be shown although the sample is too small. */
  readonly override?: { readonly reason: string };
}

/** The classical analysis of an examination. */
export interface ClassicalResult {
  /** Candidates with at least one score. */
  readonly n: number;
  readonly missing: MissingRule;
  readonly confidence: number;
  readonly items: readonly ItemStatistics[];
  readonly score: ScoreSummary;
  readonly reliability: Reliability;
  /** Null where a candidate lacks a score. */
  readonly conditionalSem: readonly ConditionalSem[] | null;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * The classical analysis of an examination: difficulty and discrimination of its items, the distribution of its scores,
 * their reliability and standard error of measurement.
 *
 * With missing scores, covariances rest on the candidates who have both scores (available cases, as in the R package psych),
 * and totals are raised in proportion to what was presented.
 *
 * @throws {RangeError} without candidates, items or scores; for maxima, parts or weights that do not fit the items; for
 *   a confidence outside (0, 1).
 * @see Lord & Novick (1968); Crocker & Algina (1986); AERA, APA & NCME (2014), Standards, chapter 2.
 */
export function classical(data: ResponseMatrix, options: ClassicalOptions = {}): ClassicalResult {
  const { missing = 'zero', confidence = 0.95, seed = 1, override } = options;
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence of ${confidence} is none; give a share between 0 and 1, such as 0.95`);
  }
  const scores = itemScores(data, missing, options.maximum);
  const covariance = itemCovariance(scores);
  const known = 'apart' in covariance ? null : covariance;
  const score = scoreSummary(scores.totals, highestTotal(scores), confidence);
  const reliability = reliabilityOf(scores, known, score, { ...options, confidence, seed });
  return {
    n: scores.persons.length,
    missing,
    confidence,
    items: itemStatistics(scores, known, countMissing(data), { confidence, chance: options.chance, override }),
    score,
    reliability,
    conditionalSem: conditionalSem(scores, reliability.alpha, reliability.kr21),
    sample: judgeSample('classical', scores.persons.length, override),
    notices: noticesOf(scores, 'apart' in covariance ? covariance.apart : null, reliability),
  };
}

function noticesOf(
  scores: ItemScores,
  apart: readonly [string, string] | null,
  { alpha, lambda6 }: Reliability,
): readonly string[] {
  const notices: string[] = [];
  const warn = (text: string): void => void notices.push(text);
  if (scores.excluded.length > 0) {
    warn(`${listed(scores.excluded)}: without any score, left out (${scores.excluded.length}).`);
  }
  const empty = scores.items.filter((_, item) => scores.columns[item]?.every((value) => value < 0));
  if (empty.length > 0) warn(`${listed(empty)}: nobody has a score; left out of the reliability.`);
  const constant = scores.items.filter((id, item) => !empty.includes(id) && isConstant(scores.columns[item]));
  if (constant.length > 0) warn(`${listed(constant)}: all candidates have the same score; no correlation exists.`);
  if (apart !== null) {
    warn(`No candidate pair has scores on both ${apart[0]} and ${apart[1]}: analyze each form by itself.`);
  } else if (alpha === null) {
    warn('There is no reliability: it takes two items, two candidates, and total scores that differ.');
  } else if (alpha < 0) {
    warn('Alpha is negative: the items do not measure one thing, or the key is wrong.');
  } else if (lambda6 === null) {
    warn('Lambda-6 does not exist: an item follows from others exactly.');
  }
  if (!scores.complete) {
    warn('Some scores are missing: statistics rest on available cases, totals are raised to the whole test.');
  }
  return notices;
}

function isConstant(column: Int16Array | undefined): boolean {
  const answered = column?.filter((value) => value >= 0) ?? new Int16Array(0);
  return answered.every((value) => value === answered[0]);
}
