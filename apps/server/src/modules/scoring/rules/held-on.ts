import { isSession, type Rated } from '@testamur/program';
import { formatDay, Problem } from '../../../kernel/index.ts';

export interface HeldOnStatement {
  readonly assessment: Rated;
  /** What the examiner states, `YYYY-MM-DD`. */
  readonly heldOn: string | undefined;
  /** What another of the panel has stated before. */
  readonly recorded: string | undefined;
  /** When the candidate could be examined. */
  readonly window: { readonly from: Date; readonly until: Date } | undefined;
  readonly now: Date;
}

const refuse = (message: string): never => {
  throw new Problem('invalid', 'scoring.held-on', message, [{ path: 'heldOn', message }]);
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * The day on which a session took place: within its window, not in the future, and for all of a panel the same. What was
 * handed in has none.
 *
 * @throws Problem `scoring.held-on`.
 */
export const checkHeldOn = ({ assessment, heldOn, recorded, window, now }: HeldOnStatement): string | undefined => {
  if (!isSession(assessment)) {
    return heldOn === undefined ? undefined : refuse('A portfolio is handed in, not held: leave out the day.');
  }
  if (recorded !== undefined) {
    if (heldOn === undefined || heldOn === recorded) return recorded;
    return refuse(
      `Another of the panel has stated that it was held on ${formatDay(recorded)}. Agree on the day; if theirs is wrong, tell the program manager.`,
    );
  }
  if (heldOn === undefined) return refuse('Say on which day it was held.');
  if (heldOn > dayOf(now)) return refuse('It cannot have been held in the future. Submit once it has taken place.');
  if (window === undefined) return refuse('The candidate was not authorized for it, so it cannot have been held.');
  if (heldOn < dayOf(window.from) || heldOn > dayOf(window.until)) {
    return refuse(
      `The day lies outside the candidate's window, ${formatDay(window.from)} to ${formatDay(window.until)}.`,
    );
  }
  return heldOn;
};
