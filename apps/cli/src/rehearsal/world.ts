import type { Program } from '@testamur/program';
import type { Role } from '@testamur/server/contract';
import type { Api } from './api.ts';
import type { Clock } from './clock.ts';
import type { Findings } from './findings.ts';
import type { Journal } from './journal.ts';
import type { Keepsakes } from './keepsakes.ts';
import type { Plan } from './plan/plan.ts';
import { present } from './unmet.ts';

export interface StaffMember {
  readonly role: Role;
  readonly name: string;
  readonly token: string;
  readonly api: Api;
}

/** Somebody who was asked for a statement. */
export interface Asked {
  readonly requirement: string;
  readonly requestId: string;
  readonly email: string;
  readonly name: string;
}

/** Everybody and everything of one rehearsal. */
export interface World {
  readonly organization: string;
  readonly program: Program;
  /** What the candidate chooses, and what goes wrong. */
  readonly plan: Plan;
  readonly operator: Api;
  /** Without a session. */
  readonly anyone: Api;
  readonly candidate: { readonly name: string; readonly email: string; readonly api: Api };
  /** One entry a role; who has two stands there twice, with one token. */
  readonly staff: readonly StaffMember[];
  readonly candidacyId: string;
  /** What staff sees instead of a name. */
  readonly number: string;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly keepsakes: Keepsakes;
  readonly findings: Findings;
  /** What the latest attempt at each assessment has to come out with, in score points. */
  readonly expectedScores: Map<string, { readonly score: number; readonly passed: boolean }>;
  /** Referees and providers who were asked, in order. */
  readonly asked: Asked[];
  /** What was done once and is not to be done again, such as the first refusal of a card. */
  readonly done: Set<string>;
}

export const staffWith = ({ staff }: Pick<World, 'staff'>, role: Role): StaffMember =>
  present(
    staff.find((member) => member.role === role),
    `somebody with the role ${role}`,
  );

/** Who judges in one role and could decide in another: the rules have to keep them from both. */
export const judgeWhoDecides = (world: Pick<World, 'staff'>): StaffMember | undefined => {
  const judges = world.staff.filter(({ role }) => role === 'reviewer').map(({ token }) => token);
  return world.staff.find(({ role, token }) => role === 'program-manager' && judges.includes(token));
};

/** The program manager who has judged nothing. */
export const impartialManager = (world: Pick<World, 'staff'>): StaffMember => {
  const conflicted = judgeWhoDecides(world)?.token;
  return present(
    world.staff.find(({ role, token }) => role === 'program-manager' && token !== conflicted),
    'a program manager who is no reviewer',
  );
};

/** True the first time it is asked for this. */
export const firstTime = ({ done }: Pick<World, 'done'>, what: string): boolean => {
  if (done.has(what)) return false;
  done.add(what);
  return true;
};

/** Why staff did what they did. */
export const reason = 'Checked against the evidence, as the program asks.';
