import { degreeLevels, minorDigits } from '@testamur/program';
import { type FilterName, type Filters, filterNames, noDegree, type Order, withoutFilter } from './filters.ts';
import type { Listed } from './listed.ts';

const monthsOf: Readonly<Record<string, number>> = { Y: 12, M: 1, W: 7 / 30.4375, D: 1 / 30.4375 };

/** How many months an ISO 8601 period of one unit is. */
export const periodMonths = (period: string): number => {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  return Number(count) * (monthsOf[unit ?? ''] ?? Number.NaN);
};

/** The currency that most programs name; budgets are in it. */
export const mainCurrency = (programs: readonly Listed[]): string => {
  const counts = new Map<string, number>();
  for (const { currency } of programs.flatMap(({ cost }) => cost))
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'USD';
};

const lowestCost = ({ cost }: Listed, currency: string): number =>
  (cost.find((range) => range.currency === currency)?.lowestMinor ?? Number.POSITIVE_INFINITY) /
  10 ** minorDigits(currency);

const level = (education: string | undefined): number =>
  education === undefined || education === noDegree ? -1 : (degreeLevels as readonly string[]).indexOf(education);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word of the search stands somewhere in what the catalog knows of a program. */
const mentions = (program: Listed, search: string): boolean => {
  const { title, abbreviation, aliases, organizationName, summary, audience, workplaces } = program;
  const places = workplaces.map((place) => place.title);
  const text = plain([title, abbreviation, ...aliases, organizationName, summary, audience, ...places].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Whether one way to qualify asks for no more than somebody has, of all that was said. */
const isOpenTo = ({ ways }: Listed, { education, years }: Filters): boolean =>
  ways.some(
    (way) =>
      (education === undefined || level(way.education) <= level(education)) &&
      (years === undefined || way.years <= years),
  );

const fits = (program: Listed, filters: Filters, currency: string): boolean => {
  const { q, work, budget, months, mode } = filters;
  return (
    (q === undefined || mentions(program, q)) &&
    (work === undefined || program.workplaces.some(({ id }) => id === work)) &&
    isOpenTo(program, filters) &&
    (budget === undefined || lowestCost(program, currency) <= budget) &&
    (months === undefined || periodMonths(program.usualTime.period) <= months) &&
    (mode === undefined || program.modes.includes(mode))
  );
};

export const chooseFrom = (programs: readonly Listed[], filters: Filters): readonly Listed[] => {
  const currency = mainCurrency(programs);
  return programs.filter((program) => fits(program, filters, currency));
};

/** Which single filter keeps everything out, and how many programs are there without it; the most first. */
export const loosened = (
  programs: readonly Listed[],
  filters: Filters,
): readonly { readonly name: FilterName; readonly count: number }[] =>
  filterNames
    .filter((name) => filters[name] !== undefined)
    .map((name) => ({ name, count: chooseFrom(programs, withoutFilter(filters, name)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);

export const inOrder = (programs: readonly Listed[], order: Order): readonly Listed[] => {
  const currency = mainCurrency(programs);
  const byTitle = (a: Listed, b: Listed) => a.title.localeCompare(b.title, 'en');
  const value: Record<Exclude<Order, 'title'>, (program: Listed) => number> = {
    cost: (program) => lowestCost(program, currency),
    time: ({ usualTime }) => periodMonths(usualTime.period),
    years: ({ leastYears }) => leastYears,
  };
  if (order === 'title') return programs.toSorted(byTitle);
  // Programs without a cost in the currency stand last; two of them are equal, where infinity minus infinity is not.
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return programs.toSorted((a, b) => compare(value[order](a), value[order](b)) || byTitle(a, b));
};
