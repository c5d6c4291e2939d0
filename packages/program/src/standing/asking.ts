import { addPeriod, endOfDay, startOfDay } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { findRequirement } from '../lookup.ts';
import type { Program } from '../schema/program.ts';
import { roomFor } from './statements.ts';
import type { Standing } from './types.ts';

/** What a link to a referee or a training provider has to say. */
export interface StatementTerms {
  readonly requirement: string;
  /** The last instant at which the link works. */
  readonly until: Instant;
  /** When whoever was asked is reminded, earliest first. */
  readonly reminders: readonly Instant[];
}

/**
 * How many more people can be asked for a statement.
 *
 * @returns 0 for requirements that ask for none.
 */
export function statementRoom(program: Program, { statements }: Standing, requirementId: string): number {
  const requirement = findRequirement(program, requirementId);
  if (requirement?.kind !== 'references' && requirement?.kind !== 'training') return 0;
  return roomFor(requirement, statements);
}

/**
 * The link by which somebody is asked for a statement, made out at the instant of the standing.
 *
 * @throws {RangeError} when the requirement asks for no statement, or for no more than there are.
 */
export function statementTerms(program: Program, standing: Standing, requirementId: string): StatementTerms {
  const requirement = findRequirement(program, requirementId);
  if (requirement?.kind !== 'references' && requirement?.kind !== 'training') {
    throw new RangeError(`The requirement "${requirementId}" asks nobody for a statement.`);
  }
  if (roomFor(requirement, standing.statements) === 0) {
    throw new RangeError(`The requirement "${requirementId}" has as many statements and requests as it can have.`);
  }
  const { validFor, reminders } = requirement.request;
  return {
    requirement: requirementId,
    until: endOfDay(addPeriod(standing.at, validFor)),
    reminders: reminders.map((period) => startOfDay(addPeriod(standing.at, period))).sort(),
  };
}
