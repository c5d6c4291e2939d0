import { chiSquare } from '../../numeric/distributions/chi-square.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import type { LognormalTimes } from './lognormal.ts';
import { logTimes, type ResponseTimes } from './response-times.ts';

/** How fast a person worked, and whether the times follow the pattern of the items. */
export interface TimedPerson {
  readonly id: string;
  /** Times above 0. */
  readonly n: number;
  /** τ by maximum likelihood, high is fast: Σα²(β − ln t) / Σα². Null without a time. */
  readonly speed: number | null;
  /** 1 / √Σα². */
  readonly speedSe: number | null;
  /** Σz², chi-square with n − 1 degrees of freedom; null with fewer than two times. */
  readonly statistic: number | null;
  readonly df: number;
  /** P(χ² ≥ statistic): small where the times are stranger than chance allows. */
  readonly p: number | null;
  readonly adjustedP: number | null;
}

/** Residuals of the lognormal model. */
export interface TimeResiduals {
  readonly n: number;
  readonly persons: readonly TimedPerson[];
  /**
   * Row by row z = α(ln t − β + τ̂) / √(1 − α²/Σα²), standard normal; below −1.96 faster than the person's speed and
   * the item let one expect. Null where there is no time.
   */
  readonly residuals: readonly (readonly (number | null)[])[];
}

/**
 * Standardized residuals of log times, and per person a test of all of them.
 *
 * @param model the items in any order, found by id; α and β are taken as known.
 * @throws {RangeError} naming the items that the model lacks.
 * @see van der Linden & Guo (2008), Psychometrika 73(3); Marianti et al. (2014), J. Educ. Behav. Stat. 39(6), for Σz².
 */
export function timeResiduals(
  times: ResponseTimes,
  { items }: Pick<LognormalTimes, 'items'>,
  adjustment: Adjustment = 'bh',
): TimeResiduals {
  const { logs, width } = logTimes(times);
  const known = new Map(items.map((item) => [item.id, item]));
  const without = times.items.filter((id) => !known.has(id));
  if (without.length > 0) throw new RangeError(`the model has no times of ${without.slice(0, 8).join(', ')}`);
  const columns = times.items.flatMap((id) => known.get(id) ?? []);
  const rows: (number | null)[][] = [];
  const found = times.persons.map((id, person) => {
    const row = logs.subarray(person * width, (person + 1) * width);
    let precision = 0;
    let weighted = 0;
    let n = 0;
    columns.forEach(({ discrimination, intensity }, item) => {
      const value = row[item] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      precision += discrimination ** 2;
      weighted += discrimination ** 2 * (intensity - value);
      n += 1;
    });
    const speed = n > 0 ? weighted / precision : null;
    let statistic = 0;
    rows.push(
      columns.map(({ discrimination, intensity }, item) => {
        const value = row[item] ?? Number.NaN;
        if (Number.isNaN(value) || speed === null) return null;
        const raw = discrimination * (value - intensity + speed);
        statistic += raw * raw;
        const share = 1 - discrimination ** 2 / precision;
        return share > 1e-12 ? raw / Math.sqrt(share) : null;
      }),
    );
    const judged = n >= 2;
    return {
      id,
      n,
      speed,
      speedSe: n > 0 ? 1 / Math.sqrt(precision) : null,
      statistic: judged ? statistic : null,
      df: Math.max(0, n - 1),
      p: judged ? chiSquare.upper(statistic, n - 1) : null,
    };
  });
  const judged = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = adjustP(judged, adjustment);
  let at = 0;
  const persons = found.map((person) => {
    if (person.p === null) return { ...person, adjustedP: null };
    at += 1;
    return { ...person, adjustedP: adjusted[at - 1] ?? 1 };
  });
  return { n: persons.filter((person) => person.n > 0).length, persons, residuals: rows };
}
