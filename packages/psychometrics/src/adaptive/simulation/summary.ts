import { standardDeviation, sum } from '../../numeric/summary.ts';

/** One simulated candidate. */
export interface SimulatedPerson {
  /** The θ that responses were drawn from. */
  readonly trueTheta: number;
  readonly theta: number;
  readonly se: number | null;
  /** Places of the items given, in their order. */
  readonly administered: readonly number[];
  readonly reason: string;
}

/** How well tests measure, and what they cost the bank. Standard errors are of the simulation: they fall with its size. */
export interface SimulationSummary {
  /** Simulated candidates. */
  readonly n: number;
  /** Mean of estimate − truth. */
  readonly bias: number;
  readonly biasSe: number | null;
  /** √ of the mean square of estimate − truth. */
  readonly rmse: number;
  readonly rmseSe: number | null;
  /** Mean of the standard errors that the tests report; null when none does. */
  readonly meanSe: number | null;
  readonly meanLength: number;
  readonly shortest: number;
  readonly longest: number;
  /** The share of candidates that each item of the bank is given to. */
  readonly exposure: Float64Array;
  readonly highestExposure: number;
  /** Items that no candidate got. */
  readonly unused: number;
  /**
   * The share of a test that two candidates have in common, on average; null with one candidate.
   *
   * @see Chen, Ankenmann & Spray (2003), Journal of Educational Measurement 40(2).
   */
  readonly overlap: number | null;
  /** How many tests each rule ended. */
  readonly ended: Readonly<Record<string, number>>;
  /** Decisions by θ against the truth, at a cut; null without one. */
  readonly classification: {
    readonly cut: number;
    readonly accuracy: number;
    readonly falsePositive: number;
    readonly falseNegative: number;
  } | null;
}

/** @throws {RangeError} of nobody. */
export function summarize(persons: readonly SimulatedPerson[], items: number, cut: number | null): SimulationSummary {
  const n = persons.length;
  if (n === 0) throw new RangeError('nobody was simulated; give at least one θ');
  const errors = persons.map(({ theta, trueTheta }) => theta - trueTheta);
  const squares = errors.map((error) => error * error);
  const counts = new Float64Array(items);
  for (const { administered } of persons) for (const place of administered) counts[place] = (counts[place] ?? 0) + 1;
  const lengths = persons.map(({ administered }) => administered.length);
  const ses = persons.flatMap(({ se }) => (se === null ? [] : [se]));
  const rmse = Math.sqrt(sum(squares) / n);
  const meanLength = sum(lengths) / n;
  const shared = counts.reduce((total, count) => total + (count * (count - 1)) / (n * (n - 1)), 0);
  const exposure = counts.map((count) => count / n);
  const ended: Record<string, number> = {};
  for (const { reason } of persons) ended[reason] = (ended[reason] ?? 0) + 1;
  return {
    n,
    bias: sum(errors) / n,
    biasSe: n > 1 ? standardDeviation(errors) / Math.sqrt(n) : null,
    rmse,
    // By the delta method from the mean square.
    rmseSe: n > 1 && rmse > 0 ? standardDeviation(squares) / Math.sqrt(n) / (2 * rmse) : null,
    meanSe: ses.length > 0 ? sum(ses) / ses.length : null,
    meanLength,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    exposure,
    highestExposure: exposure.reduce((most, rate) => Math.max(most, rate), 0),
    unused: counts.filter((count) => count === 0).length,
    overlap: n > 1 && meanLength > 0 ? shared / meanLength : null,
    ended,
    classification: cut === null ? null : classify(persons, cut),
  };
}

function classify(persons: readonly SimulatedPerson[], cut: number): SimulationSummary['classification'] {
  const share = (test: (person: SimulatedPerson) => boolean): number => persons.filter(test).length / persons.length;
  const falsePositive = share(({ theta, trueTheta }) => theta >= cut && trueTheta < cut);
  const falseNegative = share(({ theta, trueTheta }) => theta < cut && trueTheta >= cut);
  return { cut, accuracy: 1 - falsePositive - falseNegative, falsePositive, falseNegative };
}
