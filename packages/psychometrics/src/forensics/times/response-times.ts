/** Seconds that candidates (rows) spent on items (columns). */
export interface ResponseTimes {
  /** Ids of the candidates; unique. */
  readonly persons: readonly string[];
  /** Ids of the items; unique. */
  readonly items: readonly string[];
  /** Row by row the seconds, all visits together; null, or 0, where there is no time. */
  readonly seconds: readonly (readonly (number | null)[])[];
}

/** Natural logarithms of the seconds; NaN where there is none. For computation within this folder. */
export interface LogTimes {
  readonly count: number;
  readonly width: number;
  readonly logs: Float64Array;
  /** Times per item. */
  readonly counts: Int32Array;
  /** Candidates with a time. */
  readonly timed: number;
  /** The least variance that an estimate may take: a millionth of the variance of all log times. */
  readonly floor: number;
}

/** @throws {RangeError} naming the first row of another length, and the first time that is negative or no number. */
export function logTimes({ persons, items, seconds }: ResponseTimes): LogTimes {
  if (seconds.length !== persons.length) {
    throw new RangeError(
      `there are ${seconds.length} rows of times for ${persons.length} candidates; give one for each`,
    );
  }
  const width = items.length;
  const logs = new Float64Array(persons.length * width).fill(Number.NaN);
  const counts = new Int32Array(width);
  let timed = 0;
  let sum = 0;
  let square = 0;
  let all = 0;
  seconds.forEach((row, person) => {
    if (row.length !== width) {
      throw new RangeError(`candidate ${persons[person]} has ${row.length} times where ${width} items stand`);
    }
    let any = false;
    row.forEach((value, item) => {
      if (value === null || value === 0) return;
      if (!(value > 0 && Number.isFinite(value))) {
        throw new RangeError(
          `candidate ${persons[person]}, item ${items[item]}: ${value} is no time; give seconds from 0`,
        );
      }
      const log = Math.log(value);
      logs[person * width + item] = log;
      counts[item] = (counts[item] ?? 0) + 1;
      any = true;
      all += 1;
      sum += log;
      square += log * log;
    });
    if (any) timed += 1;
  });
  const variance = all > 0 ? square / all - (sum / all) ** 2 : 0;
  return { count: persons.length, width, logs, counts, timed, floor: Math.max(variance, 1e-6) * 1e-6 };
}
