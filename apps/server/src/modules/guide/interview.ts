import { addPeriod, type Inquiry, interview, type Reading, say } from '@testamur/program';
import type { Call } from '../../platform/http/index.ts';
import { listOfferedPrograms, locateProgram, type OfferedProgram } from '../programs/index.ts';

export interface InterviewOrder {
  readonly answers: Readonly<Record<string, string>>;
  readonly programs?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

/** The month in which something that takes so long can be there. */
const monthAfter = (now: Date, months: number): string =>
  (months < 1 ? now.toISOString() : addPeriod(now.toISOString(), `P${months}M`)).slice(0, 7);

const timeOf = (now: Date, { takesMonths }: Pick<Reading, 'takesMonths'>) =>
  takesMonths === undefined ? {} : { takesMonths, reachedIn: monthAfter(now, takesMonths) };

const wordsOf = ({ key, choose, prompt, hint, options }: Inquiry, language: string | undefined) => ({
  key,
  choose,
  prompt: say(prompt, language),
  ...(hint === undefined ? {} : { hint: say(hint, language) }),
  options: options.map(({ value, label }) => ({ value, label: say(label, language) })),
});

/** Those that are named, each once, or all. */
const choose = async (
  { trx }: Call,
  offered: readonly OfferedProgram[],
  names: readonly string[] | undefined,
): Promise<readonly OfferedProgram[]> => {
  if (names === undefined) return offered;
  const chosen = new Set<string>();
  for (const name of names) {
    const { organization, programId } = await locateProgram(trx, name);
    chosen.add(`${organization.id}/${programId}`);
  }
  return offered.filter(({ organization, program }) => chosen.has(`${organization.id}/${program.id}`));
};

/** What the answers say of each program, and what is asked next. */
export const readInterview = async (call: Call, { answers, programs, language }: InterviewOrder) => {
  const offered = await choose(call, await listOfferedPrograms(call.trx), programs);
  const found = interview(
    offered.map(({ program }) => program),
    answers,
  );
  return {
    ...(found.next === undefined ? {} : { next: wordsOf(found.next, language) }),
    answered: found.answered.map((inquiry) => {
      const words = wordsOf(inquiry, language);
      const given = new Set((answers[inquiry.key] ?? '').split(','));
      return { ...words, answer: words.options.filter(({ value }) => given.has(value)) };
    }),
    possible: found.possible,
    programs: found.programs.map(({ program, state, requirements, ...more }, index) => ({
      organization: offered[index]?.organization.slug ?? '',
      organizationName: offered[index]?.organization.name ?? '',
      programId: program.id,
      abbreviation: program.abbreviation,
      title: program.title,
      state,
      ...timeOf(call.now, more),
      requirements: requirements.map((reading) => ({
        id: reading.requirement.id,
        kind: reading.requirement.kind,
        title: reading.requirement.title,
        state: reading.state,
        needed: reading.isNeeded,
        reason: say(reading.reason, language),
        ...(reading.remedy === undefined ? {} : { remedy: say(reading.remedy, language) }),
        ...timeOf(call.now, reading),
      })),
    })),
  };
};
