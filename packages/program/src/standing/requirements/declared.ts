import type { CalendarDate, Claim } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Program, Requirement } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import { assessClaim, ruleOf } from './assess.ts';

/** What somebody says of themselves before applying, held against a requirement. */
export interface Declared {
  /**
   * `met`: what is said suffices if it is true. `not-met`: it does not. `open`: nothing was said, or others decide it once
   * the application is made.
   */
  readonly state: 'met' | 'not-met' | 'open';
  readonly rule: Text;
  readonly reason: Text;
  /** When it suffices if what goes on now goes on. */
  readonly reachedOn?: CalendarDate;
}

/**
 * Whether somebody who says this of themselves would meet a requirement on a day: without a ledger, and without any
 * evidence looked at.
 *
 * @param claim undefined when nothing was said; of requirements without a claim (references, membership, a region) only
 *   the rule is told.
 */
export function assessDeclared(
  program: Program,
  requirement: Requirement,
  claim: Claim | undefined,
  onDate: CalendarDate,
): Declared {
  const rule = ruleOf(program, requirement);
  const worth =
    claim === undefined ? undefined : assessClaim(program, requirement, claim, { until: onDate, statedOn: onDate });
  if (worth === undefined) return { state: 'open', rule, reason: text('requirement.nothing-yet') };
  const { suffices, reason, reachedOn } = worth;
  return { state: suffices ? 'met' : 'not-met', rule, reason, ...(reachedOn === undefined ? {} : { reachedOn }) };
}
