import type { Cited, GuideProgram } from './guide-program.ts';

const daysIn = { D: 1, W: 7, M: 30.4375, Y: 365.25 } as const;

/** About how many days an ISO 8601 period of one unit has; to compare periods by, not to reckon dates with. */
export const daysOf = (period: string): number => {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  if (count === undefined || unit === undefined) throw new RangeError(`"${period}" is no period such as P36M.`);
  return Number(count) * daysIn[unit as keyof typeof daysIn];
};

export const byTime = (programs: readonly GuideProgram[]): readonly GuideProgram[] =>
  programs.toSorted((one, other) => daysOf(one.time.period) - daysOf(other.time.period));

export const byValidity = (programs: readonly GuideProgram[]): readonly GuideProgram[] =>
  programs.toSorted((one, other) => daysOf(one.validity.period) - daysOf(other.validity.period));

export const count = (programs: readonly GuideProgram[], is: (program: GuideProgram) => boolean): number =>
  programs.filter(is).length;

interface CostSpan {
  readonly currency: string;
  readonly lowestMinor: number;
  readonly highestMinor: number;
  readonly lowest: GuideProgram;
  readonly highest: GuideProgram;
}

/** The least and the most that the fees until the certification come to, one span for each currency. */
export const costSpans = (programs: readonly GuideProgram[]): readonly CostSpan[] => {
  const spans = new Map<string, CostSpan>();
  for (const program of programs) {
    for (const { currency, lowestMinor, highestMinor } of program.cost) {
      const known = spans.get(currency);
      const isLower = known === undefined || lowestMinor < known.lowestMinor;
      const isHigher = known === undefined || highestMinor > known.highestMinor;
      spans.set(currency, {
        currency,
        lowestMinor: isLower ? lowestMinor : known.lowestMinor,
        lowest: isLower ? program : known.lowest,
        highestMinor: isHigher ? highestMinor : known.highestMinor,
        highest: isHigher ? program : known.highest,
      });
    }
  }
  return [...spans.values()];
};

/** Programs in the order of what the least one pays, in the first currency of each. */
export const byCost = (programs: readonly GuideProgram[]): readonly GuideProgram[] =>
  programs.toSorted((one, other) => (one.cost[0]?.lowestMinor ?? 0) - (other.cost[0]?.lowestMinor ?? 0));

interface Workplace {
  readonly id: string;
  readonly title: string;
  readonly programs: readonly GuideProgram[];
}

/** Programs by the kind of workplace they are for, in the order of its title; one may be for several. */
export const byWorkplace = (programs: readonly GuideProgram[]): readonly Workplace[] => {
  const found = new Map<string, { id: string; title: string; programs: GuideProgram[] }>();
  for (const program of programs) {
    for (const { id, title } of program.workplaces) {
      const known = found.get(id) ?? { id, title, programs: [] };
      known.programs.push(program);
      found.set(id, known);
    }
  }
  return [...found.values()].toSorted((one, other) => one.title.localeCompare(other.title));
};

interface SharedTopic {
  readonly title: string;
  readonly programs: readonly GuideProgram[];
}

/** What several programs assess under one title, most widespread first. */
export const sharedTopics = (programs: readonly GuideProgram[]): readonly SharedTopic[] => {
  const found = new Map<string, { title: string; programs: GuideProgram[] }>();
  for (const program of programs) {
    for (const title of new Set(program.topics)) {
      const known = found.get(title.toLowerCase()) ?? { title, programs: [] };
      known.programs.push(program);
      found.set(title.toLowerCase(), known);
    }
  }
  return [...found.values()]
    .filter((topic) => topic.programs.length > 1)
    .toSorted((one, other) => other.programs.length - one.programs.length || one.title.localeCompare(other.title));
};

const degrees = ['none', 'secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;
type Degree = (typeof degrees)[number];

/** Programs by the lowest degree that does, from none up; degrees that open nothing are left out. */
export const byDegree = (
  programs: readonly GuideProgram[],
): readonly { readonly degree: Degree; readonly programs: readonly GuideProgram[] }[] =>
  degrees
    .map((degree) => ({
      degree,
      programs: programs.filter(({ ways: [way] }) => (way?.education ?? 'none') === degree),
    }))
    .filter((group) => group.programs.length > 0);

/** Each source once. */
export const sourcesOf = (programs: readonly GuideProgram[]): readonly Cited[] => [
  ...new Map(programs.flatMap(({ sources }) => sources.map((one) => [one.title, one] as const))).values(),
];
