/** Staff roles within one organization. */
export const roles = [
  'program-manager',
  'reviewer',
  'examiner',
  'proctor',
  'finance',
  'psychometrician',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who a caller is with regard to one operation on one object:
 * - `anyone`: with or without a session;
 * - `signed-in`: any person with a session, for what concerns only themselves;
 * - `owner`: the person whom the located object is about;
 * - a role: staff of the organization that the object belongs to;
 * - `operator`: runs the installation; sees no candidate's data by that alone.
 */
export const parties = ['anyone', 'signed-in', 'owner', ...roles, 'operator'] as const;
export type Party = (typeof parties)[number];

/** Everyone who works for the organization. */
export const anyStaff = roles;
