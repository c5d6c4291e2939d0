/** What one way of paying comes to, year by year. */
interface Costs {
  readonly totalMinor: number;
  readonly years: readonly { readonly year: number; readonly sumMinor: number }[];
}

/** The first year from which on the one has cost less than the other until the end; undefined where it never does. */
export const paysFrom = (one: Costs, other: Costs): number | undefined => {
  const lessIn = one.years.map(({ sumMinor }, at) => sumMinor < (other.years[at]?.sumMinor ?? sumMinor));
  if (lessIn.at(-1) !== true) return undefined;
  return one.years[lessIn.lastIndexOf(false) + 1]?.year;
};

/** How many years begin in a plan: as often would something be paid that is paid at the beginning of each. */
export const yearsBegun = (startOn: string, endsOn: string): number => {
  const whole = Number(endsOn.slice(0, 4)) - Number(startOn.slice(0, 4));
  return endsOn.slice(5) > startOn.slice(5) ? whole + 1 : whole;
};

type Saving =
  | { readonly kind: 'pays'; readonly from: number; readonly savedMinor: number }
  | { readonly kind: 'costs-more'; readonly moreMinor: number }
  | { readonly kind: 'same' }
  /** What the membership itself costs is not known: it pays below this amount a year. */
  | { readonly kind: 'dues-unknown'; readonly savedMinor: number; readonly belowMinor: number };

interface Paid extends Costs {
  /** The yearly dues of the class are part of the sums. */
  readonly hasDues: boolean;
}

/** What paying in one class means against paying in that of everybody. */
export const savingOf = (one: Paid, everybody: Costs, years: number): Saving => {
  const savedMinor = everybody.totalMinor - one.totalMinor;
  if (savedMinor === 0) return { kind: 'same' };
  if (savedMinor < 0) return { kind: 'costs-more', moreMinor: -savedMinor };
  if (!one.hasDues)
    return { kind: 'dues-unknown', savedMinor, belowMinor: Math.floor(savedMinor / Math.max(1, years)) };
  const from = paysFrom(one, everybody);
  return from === undefined ? { kind: 'same' } : { kind: 'pays', from, savedMinor };
};
