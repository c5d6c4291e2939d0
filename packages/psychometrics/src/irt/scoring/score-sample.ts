import { type ResponseMatrix, selectPersons } from '../../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { mean, standardDeviation } from '../../numeric/summary.ts';
import { empiricalReliability } from '../information/reliability.ts';
import type { Item } from '../items/item.ts';
import { itemsOfColumns } from './item-columns.ts';
import { type PersonScore, type ScoringMethod, type ScoringOptions, scorePersons } from './score-persons.ts';
import { type SumScoreRow, sumScoreTable } from './sum-score.ts';

/** A sum score with how many got it and how many should have by the model. */
export interface SumScoreFrequency extends SumScoreRow {
  readonly observed: number;
  readonly expected: number;
}

/** The scores of all persons with what they amount to. */
export interface SampleScores {
  readonly method: ScoringMethod;
  /** How many persons there are, and how many have an estimate. */
  readonly n: number;
  readonly scored: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly empiricalReliability: number | null;
  readonly persons: readonly PersonScore[];
  /** By `eapsum`, the table of the whole form with the frequencies among those who answered all items; else null. */
  readonly sumScores: readonly SumScoreFrequency[] | null;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Scores all persons and sums the scores up.
 *
 * @param options.override why the reliability may be used though the sample is too small.
 * @throws {RangeError} as `scorePersons`.
 */
export function scoreSample(
  data: ResponseMatrix,
  items: readonly Item[],
  options: ScoringOptions & { readonly override?: { readonly reason: string } },
): SampleScores {
  const persons = scorePersons(data, items, options);
  const thetas = persons.flatMap(({ theta }) => theta ?? []);
  const shrunken = options.method !== 'ml' && options.method !== 'wle';
  const unscored = persons.length - thetas.length;
  const noted = new Map<string, number>();
  for (const { reason } of persons) if (reason !== null) noted.set(reason, (noted.get(reason) ?? 0) + 1);
  return {
    method: options.method,
    n: persons.length,
    scored: thetas.length,
    mean: thetas.length > 0 ? mean(thetas) : null,
    sd: thetas.length > 1 ? standardDeviation(thetas) : null,
    empiricalReliability: empiricalReliability(persons, shrunken),
    persons,
    sumScores: options.method === 'eapsum' ? frequencies(data, items, options) : null,
    sample: judgeSample('reliability', thetas.length, options.override),
    notices: [
      ...(unscored > 0 ? [`${unscored} of ${persons.length} candidates have no estimate.`] : []),
      ...[...noted].map(([reason, times]) => `${times} × ${reason}`),
    ],
  };
}

function frequencies(
  data: ResponseMatrix,
  items: readonly Item[],
  options: ScoringOptions,
): readonly SumScoreFrequency[] {
  const complete = completeRows(data);
  const table = sumScoreTable(itemsOfColumns(data, items), options);
  const observed = new Float64Array(table.length);
  const { values, persons } = selectPersons(data, complete);
  persons.forEach((_, row) => {
    let sum = 0;
    for (let item = 0; item < data.items.length; item += 1) sum += values[row * data.items.length + item] ?? 0;
    observed[sum] = (observed[sum] ?? 0) + 1;
  });
  return table.map((row) => ({
    ...row,
    observed: observed[row.sum] ?? 0,
    expected: row.probability * complete.length,
  }));
}

/** The indexes of the persons without a missing response. */
export function completeRows({ persons, items, values }: ResponseMatrix): readonly number[] {
  return persons.flatMap((_, row) => {
    for (let item = 0; item < items.length; item += 1) if ((values[row * items.length + item] ?? -1) < 0) return [];
    return [row];
  });
}
