/** Numbers that can be drawn: finite, and small enough that differences between them are. */
export const drawable = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Math.abs(value) < 1e12;

/** A linear scale; values outside its domain fall on its ends. */
export interface LinearScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** A tick as text. */
  readonly format: (value: number) => string;
  readonly at: (value: number) => number;
}

/** Steps of 1, 2 or 5 times a power of ten. */
function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.85) ?? 10;
  return factor * power;
}

/**
 * A linear scale over the values with round ends and ticks.
 *
 * @param values what must have room; those that cannot be drawn are passed over, none gives 0 to 1.
 * @param range from and to, in pixels.
 * @param options.ticks about how many; 6 unless told.
 * @param options.exact keeps the ends where the values end.
 * @param options.whole ticks at whole numbers only.
 */
export function linearScale(
  values: Iterable<number | null>,
  range: readonly [number, number],
  options: { readonly ticks?: number; readonly exact?: boolean; readonly whole?: boolean } = {},
): LinearScale {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!drawable(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  if (high - low <= 1e-9 * Math.max(1e-3, Math.abs(low), Math.abs(high))) {
    const room = Math.max(0.5, Math.abs(low) * 0.1);
    [low, high] = [low - room, high + room];
  }
  const bare = niceStep(high - low, options.ticks ?? 6);
  const step = options.whole === true ? Math.max(1, Math.round(bare)) : bare;
  const slack = 1e-9 * step;
  if (options.exact !== true) {
    low = Math.floor((low + slack) / step) * step;
    high = Math.ceil((high - slack) / step) * step;
  }
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const ticks: number[] = [];
  const first = Math.ceil((low - slack) / step);
  for (let k = first; k * step <= high + slack && ticks.length < 200; k += 1) ticks.push(k * step);
  // Numbers that would not fit beside an axis are written with an exponent.
  const long = decimals > 4 || Math.max(Math.abs(low), Math.abs(high)) >= 1e6;
  const [from, to] = range;
  const format = (value: number): string => {
    const written = Math.abs(value) < step / 1000 ? 0 : Number(Math.abs(value).toPrecision(4));
    const text = long
      ? written === 0
        ? '0'
        : written.toExponential().replace('e+', 'e')
      : Math.abs(value).toFixed(decimals);
    return value < 0 && Number(text) !== 0 ? `−${text}` : text;
  };
  const at = (value: number): number =>
    from + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (to - from);
  return { low, high, ticks, format, at };
}

/** Equal bands, one after the other. */
export interface BandScale {
  readonly step: number;
  /** The middle of a band. */
  readonly middle: (index: number) => number;
}

/** As many equal bands as there are things. */
export function bandScale(count: number, range: readonly [number, number]): BandScale {
  const step = (range[1] - range[0]) / Math.max(1, count);
  return { step, middle: (index) => range[0] + (index + 0.5) * step };
}
