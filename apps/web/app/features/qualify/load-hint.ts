import type { Requirement } from '@testamur/program';
import type { Api } from '../../api.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import type { RequirementReading } from './interview.ts';

/** What the candidate said in the interview about one requirement of the application, and what follows from it. */
export interface Hint {
  readonly said: readonly { readonly prompt: string; readonly answer: string }[];
  readonly reading: Pick<RequirementReading, 'state' | 'reason'> | undefined;
}

/** The inquiries that are about requirements of a kind: their keys begin so. */
const keysOf: Readonly<Partial<Record<Requirement['kind'], readonly string[]>>> = {
  experience: ['work', 'years:', 'role-years:'],
  education: ['degree'],
  training: ['training'],
  references: ['referees'],
  age: ['age'],
  credential: ['credentials'],
  jurisdiction: ['places'],
};

interface Answered {
  readonly programId: string;
  readonly answers?: Record<string, string> | undefined;
}

/** Undefined where nothing was answered that the requirement is about. */
export const loadHint = async (
  api: Api,
  { programId, answers }: Answered,
  requirement: Requirement | undefined,
  language: string,
): Promise<Hint | undefined> => {
  const keys = requirement && keysOf[requirement.kind];
  if (answers === undefined || keys === undefined) return undefined;
  try {
    const { answered, programs } = await api.guide.readInterview({ answers, programs: [programId], language });
    const said = answered
      .filter(({ key }) => keys.some((start) => key.startsWith(start)))
      .map(({ prompt, answer }) => ({ prompt, answer: answer.map(({ label }) => label).join('; ') }));
    const reading = programs[0]?.requirements.find(({ id }) => id === requirement?.id);
    return said.length === 0 ? undefined : { said, reading };
  } catch (error) {
    // Programs of a rehearsal are in no interview.
    if (apiProblemOf(error)?.status === 404) return undefined;
    throw error;
  }
};
