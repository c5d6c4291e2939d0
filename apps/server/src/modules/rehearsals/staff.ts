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

/**
 * One made-up person a role, each with a session. The reviewer is listed last, too, as a program manager who is in
 * conflict once a candidate was reviewed.
 */
export const hireStaff = async (scope: Scope, mailbox: (name: string) => string): Promise<readonly StaffPerson[]> => {
  const staff: StaffPerson[] = [];
  const seconds: StaffPerson[] = [];
  for (const role of roles) {
    const name = nameOf(role);
    const { personId } = await createPerson(scope.trx, {
      name,
      email: mailbox(role),
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
