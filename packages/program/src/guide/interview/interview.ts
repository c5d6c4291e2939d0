import { applies } from '../../circumstances.ts';
import type { Program, Requirement } from '../../schema/program.ts';
import { askedOf, evaluate, type Known } from '../../standing/rule.ts';
import type { Answers, Inquiry, Reading } from './answers.ts';
import { isAnswered } from './answers.ts';
import { degreeInquiries, readEducation } from './degree.ts';
import { otherInquiries, readOther } from './others.ts';
import { readExperience, workInquiries } from './work.ts';

export interface RequirementReading extends Reading {
  readonly requirement: Requirement;
  /** Other ways to qualify are open, and this one is not needed any more. */
  readonly isNeeded: boolean;
}

export interface ProgramReading {
  readonly program: Program;
  /** `qualified`: nothing stands in the way. `not-yet`: something is missing. `unknown`: it depends on what is open. */
  readonly state: 'qualified' | 'not-yet' | 'unknown';
  readonly requirements: readonly RequirementReading[];
  /** The longest of what is missing, in months; things can be done side by side. Absent where it cannot be said. */
  readonly takesMonths?: number;
}

export interface Interview {
  /** What is asked next; absent when nothing that still matters is open. */
  readonly next?: Inquiry;
  /** Inquiries that were answered, in the order in which they are asked. */
  readonly answered: readonly Inquiry[];
  /** Programs that have not been ruled out by what is answered. */
  readonly possible: number;
  readonly programs: readonly ProgramReading[];
}

function readRequirement(program: Program, rule: Requirement, answers: Answers, all: readonly Program[]): Reading {
  if (rule.kind === 'experience') return readExperience(program, rule, answers, all);
  if (rule.kind === 'education') return readEducation(rule, answers);
  return readOther(program, rule, answers, all);
}

const states = {
  met: { state: 'met', since: '' },
  step: { state: 'met', since: '' },
  missing: { state: 'not-met' },
  unknown: { state: 'open' },
} as const satisfies Record<Reading['state'], Known>;

const outcomes = { met: 'qualified', absent: 'qualified', 'not-met': 'not-yet', open: 'unknown' } as const;

function readProgram(program: Program, answers: Answers, all: readonly Program[]): ProgramReading {
  // Rules for some regions or tracks only are read where somebody applies; here they count for those they are there for.
  const rules = program.requirements.filter((rule) => applies(rule, {}) !== false);
  const readings = new Map(rules.map((rule) => [rule.id, readRequirement(program, rule, answers, all)]));
  const know = (id: string): Known => {
    const reading = readings.get(id);
    return reading === undefined ? { state: 'absent' } : states[reading.state];
  };
  const { state } = evaluate(program.eligibility, know);
  const needed = new Set(askedOf(program.eligibility, know, () => false));
  const requirements = rules.flatMap((requirement) => {
    const reading = readings.get(requirement.id);
    return reading === undefined ? [] : [{ ...reading, requirement, isNeeded: needed.has(requirement.id) }];
  });
  const missing = requirements.filter((reading) => reading.isNeeded && reading.state === 'missing');
  const takes = missing.map(({ takesMonths }) => takesMonths);
  const known = takes.filter((months) => months !== undefined);
  return {
    program,
    state: outcomes[state],
    requirements,
    ...(missing.length > 0 && known.length === takes.length ? { takesMonths: Math.max(...known) } : {}),
  };
}

/**
 * A short interview over several programs: asks only what still matters to one that has not been ruled out.
 *
 * @param answers by the key of the inquiry; what is not understood counts as unknown.
 */
export function interview(programs: readonly Program[], answers: Answers): Interview {
  const read = programs.map((program) => readProgram(program, answers, programs));
  const inquiries = [...workInquiries(programs), ...degreeInquiries(programs), ...otherInquiries(programs)];
  const wanted = new Set(
    read
      .filter(({ state }) => state === 'unknown')
      .flatMap(({ requirements }) => requirements.filter(({ isNeeded }) => isNeeded).flatMap(({ asks }) => asks)),
  );
  const next = inquiries.find(({ key }) => wanted.has(key));
  return {
    ...(next === undefined ? {} : { next }),
    answered: inquiries.filter(({ key }) => isAnswered(answers, key)),
    possible: read.filter(({ state }) => state !== 'not-yet').length,
    programs: read,
  };
}
