import type { Api } from '../../api.ts';

export type Interview = Awaited<ReturnType<Api['guide']['readInterview']>>;
export type ProgramReading = Interview['programs'][number];
export type RequirementReading = ProgramReading['requirements'][number];

const rank = { qualified: 0, unknown: 1, 'not-yet': 2 } as const;

/** What can be applied for first, then what is open, then what takes the least time; else in the order of titles. */
export const inOrder = (programs: readonly ProgramReading[]): readonly ProgramReading[] =>
  programs.toSorted(
    (a, b) =>
      rank[a.state] - rank[b.state] ||
      (a.takesMonths ?? 1e6) - (b.takesMonths ?? 1e6) ||
      a.title.localeCompare(b.title, 'en'),
  );

/** Requirements that the answer to what is asked next may settle, by program: why it is asked. */
export const reasonsOf = ({ programs }: Interview): readonly string[] =>
  programs
    .filter(({ state }) => state === 'unknown')
    .flatMap(({ abbreviation, requirements }) =>
      requirements
        .filter(({ needed, state }) => needed && state === 'unknown')
        .map(({ title, reason }) => `${abbreviation}: ${title}. ${reason}.`),
    );
