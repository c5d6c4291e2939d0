/** A calendar period as months and days, one of which is 0. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

const shape = /^P(\d{1,5})([DWMY])$/;
const known = new Map<string, Period>();

/**
 * Reads an ISO 8601 period of one unit.
 *
 * @param text such as `P30D`, `P2W`, `P36M`, `P2Y`.
 * @throws {RangeError} for anything else.
 */
export function parsePeriod(text: string): Period {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const match = shape.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a period of one unit, such as "P30D" or "P36M".`);
  const count = Number(match[1]);
  const unit = match[2];
  const period =
    unit === 'D'
      ? { months: 0, days: count }
      : unit === 'W'
        ? { months: 0, days: count * 7 }
        : { months: unit === 'Y' ? count * 12 : count, days: 0 };
  // Programs name a few dozen periods in all; the bound only keeps foreign input from filling the memory.
  if (known.size < 1000) known.set(text, period);
  return period;
}

/** The average length in days, for comparing periods of different units; a month counts 30.4375 days. */
export function approximateDays(text: string): number {
  const { months, days } = parsePeriod(text);
  return months * 30.4375 + days;
}
