import type { Instant } from '../../facts.ts';
import type { Requirement } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { Known } from '../rule.ts';
import type { RequirementState } from '../types.ts';

/**
 * Whose move a requirement waits for: `candidate` states something, `asking` means that the candidate has to ask somebody
 * for a statement, `payment` that a fee has to be settled, `finance` that a membership is being checked.
 */
export type Mover = 'candidate' | 'asking' | 'third-party' | 'reviewer' | 'finance' | 'payment' | 'nobody';

/** Where a requirement stands, whether or not it is needed. */
export interface Outcome {
  readonly state: RequirementState;
  readonly known: Known;
  /** Nobody's when it is met or refused. */
  readonly mover: Mover;
  /** When the move came to them. */
  readonly movedAt?: Instant;
  /** As it stands it would do, if everything said is true. */
  readonly isClaimed: boolean;
  /** Something was stated or asked for. */
  readonly isStarted: boolean;
  readonly detail?: Text;
  readonly reason: Text;
  readonly unlocks?: Text;
  readonly factIds: readonly string[];
  /** For statements: until when those who were asked can answer; the first link to run out counts. */
  readonly until?: Instant;
}

export interface RequirementFinding extends Outcome {
  readonly requirement: Requirement;
  readonly rule: Text;
  /** It still matters: neither met by another way, nor not there. */
  readonly isAsked: boolean;
}

export const open: Known = { state: 'open' };

/** Set only where it is known, so that findings stay plain data. */
export function since(movedAt: Instant | undefined): { movedAt?: Instant } {
  return movedAt === undefined ? {} : { movedAt };
}
