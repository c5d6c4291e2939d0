import type { messages } from './messages.ts';

export interface StaffLink {
  /** Below `/staff/:org`. */
  readonly path: string;
  readonly label: keyof typeof messages;
  readonly roles: readonly string[];
}

export interface StaffSection {
  readonly label: keyof typeof messages;
  readonly links: readonly StaffLink[];
}

const managing = ['program-manager', 'administrator'] as const;

/** What the rail offers beside the queues. A link is shown to the roles that may open its page. */
export const staffSections: readonly StaffSection[] = [
  {
    label: 'work',
    links: [
      { path: 'programs', label: 'programs', roles: [...managing, 'psychometrician'] },
      { path: 'credentials', label: 'credentials', roles: managing },
      { path: 'billing', label: 'billing', roles: ['finance', ...managing] },
    ],
  },
  {
    label: 'organization',
    links: [
      { path: 'people', label: 'people', roles: managing },
      { path: 'outbox', label: 'outbox', roles: managing },
    ],
  },
  { label: 'readOnly', links: [{ path: 'audit', label: 'audit', roles: ['auditor', 'administrator'] }] },
];

/** The sections with the links that these roles may follow; an auditor finds everything that can be read under "Read only". */
export const sectionsFor = (roles: readonly string[]): readonly StaffSection[] =>
  staffSections
    .map(({ label, links }) => ({
      label,
      links: links.filter((link) => link.roles.some((role) => roles.includes(role))),
    }))
    .filter(({ links }) => links.length > 0);
