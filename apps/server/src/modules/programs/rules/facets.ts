import {
  applies,
  costRange,
  interview,
  isForRenewal,
  listCircumstances,
  type PriceRange,
  type Program,
} from '@testamur/program';
import { leastWays, type Way } from './ways.ts';

type Mode = 'online' | 'test-center' | 'on-site';

/** By what people look for a program: everything read off its file. */
export interface Facets {
  readonly workplaces: Program['workplaces'];
  /** Until certified, taxes included: one range a currency, over all classes, regions and tracks. */
  readonly cost: readonly PriceRange[];
  readonly usualTime: { readonly period: string; readonly text: string; readonly assumed: boolean };
  readonly ways: readonly Way[];
  /** The lowest of all ways; each by itself, so that one way may not have both. Absent where none needs a degree. */
  readonly leastEducation?: NonNullable<Way['education']>;
  readonly leastYears: number;
  /** Where and how it is assessed; empty where the file does not say. */
  readonly modes: readonly Mode[];
  /** Nothing has to be there before somebody applies. */
  readonly openToAnyone: boolean;
  /** What is assessed for one credential, of the track that asks for most. */
  readonly assessments: number;
  readonly notice: Program['notice'];
}

/** Of the first certification; what serves renewals only is left out. */
const firstAssessments = (program: Program) => program.assessments.filter(({ id }) => !isForRenewal(program, id));

const modesOf = (program: Program): readonly Mode[] => [
  ...new Set(firstAssessments(program).flatMap(({ delivery }) => delivery?.modes.map(({ mode }) => mode) ?? [])),
];

const countAssessments = (program: Program): number => {
  const counts = listCircumstances(program).map(
    (place) => firstAssessments(program).filter((one) => applies(one, place) === true).length,
  );
  return Math.max(0, ...counts);
};

/** @param at prices of this instant. */
export const facetsOf = (program: Program, at: Date): Facets => {
  const { usualTime } = program;
  const ways = leastWays(program, listCircumstances(program));
  // The ways stand in the order of the degree, and each later one asks for fewer years.
  const leastEducation = ways[0]?.education;
  return {
    workplaces: program.workplaces,
    cost: costRange(program, { at: at.toISOString() }),
    usualTime: {
      period: usualTime.period,
      text: usualTime.text,
      assumed: usualTime.assumed?.includes('period') ?? false,
    },
    ways,
    ...(leastEducation === undefined ? {} : { leastEducation }),
    leastYears: ways.at(-1)?.years ?? 0,
    modes: modesOf(program),
    openToAnyone: interview([program], {}).programs[0]?.state === 'qualified',
    assessments: countAssessments(program),
    notice: program.notice,
  };
};
