import {
  applies,
  type Circumstances,
  degreeLevels,
  type Program,
  type Requirement,
  type Rule,
} from '@testamur/program';

/** What one way to qualify asks of somebody's past, as far as a catalog compares it. */
export interface Way {
  /** The lowest degree that does; absent where none is asked for. */
  readonly education?: (typeof degreeLevels)[number];
  /** Years of full-time work, those counted in hours put on years by the program's own year; 0 where none is asked for. */
  readonly years: number;
}

/** The same as numbers that can be compared: 0 is no degree. */
interface Demand {
  readonly level: number;
  readonly years: number;
}

const nothing: Demand = { level: 0, years: 0 };

/** Where a program names no year of its own, hours are put on a year of 52 weeks of 40 hours. */
const usualHoursPerYear = 2080;

interface Work {
  readonly fullTimeYears?: number;
  readonly hours?: number;
}

const yearsOf = ({ fullTimeYears, hours = 0 }: Work, hoursPerYear: number): number =>
  fullTimeYears ?? hours / hoursPerYear;

const demandOf = (rule: Requirement): Demand => {
  if (rule.kind === 'education') return { level: degreeLevels.indexOf(rule.minimumLevel) + 1, years: 0 };
  if (rule.kind !== 'experience') return nothing;
  const perYear = rule.hoursPerYear ?? usualHoursPerYear;
  return { level: 0, years: Math.max(...[rule, ...(rule.ofWhich ?? [])].map((work) => yearsOf(work, perYear))) };
};

/** Work and degrees can serve several requirements at once, so that the greater demand holds. */
const both = (a: Demand, b: Demand): Demand => ({
  level: Math.max(a.level, b.level),
  years: Math.max(a.years, b.years),
});

/** Without those that ask for more than another and give nothing for it. */
const cheapest = (demands: readonly Demand[]): readonly Demand[] => {
  const sorted = demands.toSorted((a, b) => a.level - b.level || a.years - b.years);
  let least = Number.POSITIVE_INFINITY;
  return sorted.filter(({ years }) => {
    const isCheaper = years < least;
    if (isCheaper) least = years;
    return isCheaper;
  });
};

const allOf = (parts: readonly (readonly Demand[])[]): readonly Demand[] =>
  parts.reduce<readonly Demand[]>(
    (found, ways) => cheapest(found.flatMap((one) => ways.map((other) => both(one, other)))),
    [nothing],
  );

/** At least `count` of the parts, one part after the other: what so many of those before it ask for. */
const someOf = (count: number, parts: readonly (readonly Demand[])[]): readonly Demand[] => {
  let found: readonly (readonly Demand[])[] = Array.from({ length: count + 1 }, (_, many) =>
    many === 0 ? [nothing] : [],
  );
  for (const part of parts) {
    found = found.map((ways, many) => cheapest([...ways, ...allOf([found[many - 1] ?? [], part])]));
  }
  return found[count] ?? [];
};

/** Undefined for a part that is not there under these circumstances. */
const waysOf = (
  rule: Rule,
  requirements: ReadonlyMap<string, Requirement>,
  place: Circumstances,
): readonly Demand[] | undefined => {
  if (typeof rule === 'string') {
    const requirement = requirements.get(rule);
    return requirement === undefined || applies(requirement, place) === false ? undefined : [demandOf(requirement)];
  }
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of;
  const known = parts.flatMap((part) => {
    const ways = waysOf(part, requirements, place);
    return ways === undefined ? [] : [ways];
  });
  if (known.length === 0) return undefined;
  if ('all' in rule) return allOf(known);
  return someOf('any' in rule ? 1 : Math.min(rule.atLeast, known.length), known);
};

/**
 * The ways to qualify that ask for the least: of each, the degree and the years. One that asks for more than another is
 * left out, so that a short list is enough to tell whether somebody may fit.
 */
export const leastWays = (program: Program, places: readonly Circumstances[]): readonly Way[] => {
  const requirements = new Map(program.requirements.map((requirement) => [requirement.id, requirement]));
  const demands = places.flatMap((place) => waysOf(program.eligibility, requirements, place) ?? [nothing]);
  return cheapest(demands).map(({ level, years }) => {
    const education = degreeLevels[level - 1];
    return { years: Math.round(years * 100) / 100, ...(education === undefined ? {} : { education }) };
  });
};
