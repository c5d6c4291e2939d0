import type { Program } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { type Role, roles } from '../../platform/operations/index.ts';
import { addMember, createPerson, createSessionToken } from '../identity/index.ts';

export interface StaffPerson {
  readonly role: Role;
  readonly name: string;
  readonly token: string;
}

/** Whom the reviewer stands in for as well, so that a rehearsal can show that nobody decides on what they reviewed. */
const secondRole: Readonly<Partial<Record<Role, Role>>> = { reviewer: 'program-manager' };

const nameOf = (role: Role): string => {
  const words = role.replace('-', ' ');
  return `Rehearsal ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** How many people of a role it takes: as many examiners as the largest panel of the program. */
export const headcount = (role: Role, { assessments }: Pick<Program, 'assessments'>): number =>
  role === 'examiner' ? Math.max(1, ...assessments.map((one) => (one.kind === 'oral' ? one.panel.examiners : 1))) : 1;

/**
 * One made-up person a role, and a whole panel of examiners, each with a session. The reviewer is listed last, too, as a
 * program manager who is in conflict once a candidate was reviewed.
 */
export const hireStaff = async (
  scope: Scope,
  program: Pick<Program, 'assessments'>,
  mailbox: (name: string) => string,
): Promise<readonly StaffPerson[]> => {
  const staff: StaffPerson[] = [];
  const seconds: StaffPerson[] = [];
  const posts = roles.flatMap((role) =>
    Array.from({ length: headcount(role, program) }, (_, index) => ({ role, number: index + 1 })),
  );
  for (const { role, number } of posts) {
    const name = number === 1 ? nameOf(role) : `${nameOf(role)} ${number}`;
    const { personId } = await createPerson(scope.trx, {
      name,
      email: mailbox(number === 1 ? role : `${role}-${number}`),
      emailVerified: true,
      demonstration: true,
    });
    const second = secondRole[role];
    await addMember(scope, personId, second ? [role, second] : [role]);
    const token = await createSessionToken(scope.trx, personId);
    staff.push({ role, name, token });
    if (second) seconds.push({ role: second, name, token });
  }
  return [...staff, ...seconds];
};
