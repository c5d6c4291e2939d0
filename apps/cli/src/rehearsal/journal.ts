import { wordsFor } from './unmet.ts';

/** One thing that somebody did, and whether it came out as it had to. */
export interface Step {
  /** Time in the rehearsal, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Adds to the detail of the step under way. */
export type Note = (words: string) => void;

/** A turn of a life. */
export interface Turn {
  readonly at: string;
  readonly title: string;
}

export interface Journal {
  readonly steps: readonly Step[];
  /** The turns of the life, in order. */
  readonly milestones: readonly Turn[];
  pass(milestone: string): void;
  /** Does something as one step. What it throws ends the rehearsal, and stands in the step. */
  step<T>(actor: string, action: string, work: (note: Note) => Promise<T>): Promise<T>;
  /** Goes on by steps until a goal is reached; written down only when it is not. */
  reach<T>(goal: string, work: () => Promise<T>): Promise<T>;
}

/** A step failed and is written down; there is nothing to add. */
export class StepFailed extends Error {
  constructor(cause: unknown) {
    super('A step of the rehearsal failed.', { cause });
    this.name = 'StepFailed';
  }
}

export const createJournal = (now: () => string, print: (step: Step) => void): Journal => {
  const steps: Step[] = [];
  const milestones: Turn[] = [];
  const add = (step: Step): void => {
    steps.push(step);
    print(step);
  };
  const fail = (actor: string, action: string, notes: readonly string[], error: unknown): StepFailed => {
    if (error instanceof StepFailed) return error;
    add({ at: now(), actor, action, ok: false, detail: [...notes, wordsFor(error)].join(' ') });
    return new StepFailed(error);
  };
  return {
    steps,
    milestones,
    pass: (title) => void milestones.push({ at: now(), title }),
    step: async (actor, action, work) => {
      const notes: string[] = [];
      try {
        const result = await work((words) => notes.push(words));
        add({ at: now(), actor, action, ok: true, detail: notes.join(' ') });
        return result;
      } catch (error) {
        throw fail(actor, action, notes, error);
      }
    },
    reach: async (goal, work) => {
      try {
        return await work();
      } catch (error) {
        throw fail('rehearsal', `Reach ${goal}`, [], error);
      }
    },
  };
};
