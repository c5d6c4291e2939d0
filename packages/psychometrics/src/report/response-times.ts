import { Faults, placeOf, splitIds, type Table } from '../data/table.ts';
import { correlation, mean, quantile } from '../numeric/summary.ts';
import { count, fixed, type PresentedSection } from '../presentation/index.ts';
import type { Examination } from './examination.ts';
import type { ReportPlots } from './report-plots.ts';

/**
 * The time that each candidate took, by id (or the number of the row), in minutes.
 *
 * @param table seconds: a column in all, or a column per item, which are summed up; empty cells add nothing, and a row
 *   without any has no time.
 * @throws {RangeError} naming lines whose cells are no seconds.
 */
export function readMinutes(table: Table): ReadonlyMap<string, number> {
  const { ids, rest } = splitIds(table);
  const faults = new Faults();
  const minutes = new Map<string, number>();
  rest.rows.forEach((cells, row) => {
    const known = cells.flatMap((cell, column) => {
      if (cell === '') return [];
      const seconds = Number(cell);
      if (seconds >= 0 && Number.isFinite(seconds)) return [seconds];
      faults.add(`${placeOf(table, row)}, column ${rest.columns[column] ?? ''}: "${cell}" is no number of seconds`);
      return [];
    });
    if (known.length > 0) minutes.set(ids[row] ?? '', known.reduce((sum, seconds) => sum + seconds, 0) / 60);
  });
  faults.finish();
  return minutes;
}

/** How long candidates took, and whether the fast score otherwise than the slow. */
export function timeSection(
  { persons, totals }: Pick<Examination, 'persons' | 'totals'>,
  minutes: ReadonlyMap<string, number>,
  cut: number,
  { timeAgainstScore }: ReportPlots,
): PresentedSection {
  const candidates = persons.map((id, at) => ({
    id,
    score: totals[at] ?? null,
    minutes: minutes.get(id) ?? null,
    flagged: false,
  }));
  const timed = candidates.flatMap(({ score, minutes: taken }) =>
    score === null || taken === null ? [] : [{ score, taken }],
  );
  const times = timed.map(({ taken }) => taken);
  const sorted = Float64Array.from(times).sort();
  const r =
    timed.length < 3
      ? null
      : correlation(
          timed.map(({ score }) => score),
          times,
        );
  return {
    heading: 'Response times',
    paragraphs: [
      timed.length === 0
        ? 'No candidate of the data has a time.'
        : `${count(timed.length)} of ${count(persons.length)} candidates have a time: mean ${fixed(mean(times), 1)} minutes, median ${fixed(quantile(sorted, 0.5), 1)}, from ${fixed(sorted[0] ?? null, 1)} to ${fixed(sorted.at(-1) ?? null, 1)}. Correlation of time and score ${fixed(r)}.`,
    ],
    figures: timeAgainstScore === undefined || timed.length === 0 ? [] : [timeAgainstScore({ candidates, cut })],
    tables: [],
  };
}
