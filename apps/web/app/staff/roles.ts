import type { messages } from './messages.ts';

const order = [
  'program-manager',
  'reviewer',
  'examiner',
  'proctor',
  'finance',
  'psychometrician',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof order)[number];

/** Every role, in the order in which they are offered. */
export const roles: readonly Role[] = order;

export const roleWords = (role: Role): keyof typeof messages => `role.${role}`;

/** The roles that a form sent; anything else is left out. */
export const rolesOf = (form: FormData, name = 'roles'): Role[] => {
  const sent = form.getAll(name);
  return roles.filter((role) => sent.includes(role));
};
