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

const manager = ['program-manager'] as const;
const managing = ['program-manager', 'administrator'] as const;

/** What the rail offers beside the queues. A link is shown to the roles that may open its page. */
export const staffSections: readonly StaffSection[] = [
  {
    label: 'work',
    links: [
      { path: 'candidacies', label: 'candidacies', roles: [...manager, 'reviewer', 'finance', 'psychometrician'] },
      { path: 'ratings', label: 'ratings', roles: ['examiner'] },
      { path: 'results', label: 'results', roles: ['psychometrician'] },
      { path: 'attempts', label: 'attempts', roles: [...manager, 'proctor'] },
      { path: 'credentials', label: 'credentials', roles: managing },
      { path: 'billing', label: 'billing', roles: ['finance', ...manager] },
    ],
  },
  {
    label: 'certification',
    links: [
      { path: 'programs', label: 'programs', roles: [...managing, 'psychometrician'] },
      { path: 'items', label: 'items', roles: ['psychometrician'] },
      { path: 'workbench', label: 'workbench', roles: [...manager, 'psychometrician'] },
      { path: 'forms', label: 'forms', roles: [...manager, 'psychometrician'] },
    ],
  },
  {
    label: 'organization',
    links: [
      { path: 'settings', label: 'people', roles: managing },
      { path: 'keys', label: 'keys', roles: managing },
      { path: 'member-lists', label: 'memberLists', roles: ['finance', 'administrator'] },
      { path: 'outbox', label: 'outbox', roles: ['administrator'] },
      { path: 'audit', label: 'audit', roles: ['administrator'] },
    ],
  },
];

/** What an auditor reads: everything that anyone works on, but for the ratings that are one examiner's own. */
const readOnly = staffSections.flatMap(({ links }) => links.filter(({ path }) => path !== 'ratings'));

/** The sections with the links that these roles may follow; an auditor finds everything that can be read under "Read only". */
export const sectionsFor = (roles: readonly string[]): readonly StaffSection[] => {
  const own = staffSections
    .map(({ label, links }) => ({
      label,
      links: links.filter((link) => link.roles.some((role) => roles.includes(role))),
    }))
    .filter(({ links }) => links.length > 0);
  if (!roles.includes('auditor')) return own;
  const offered = own.flatMap(({ links }) => links.map(({ path }) => path));
  return [...own, { label: 'readOnly', links: readOnly.filter(({ path }) => !offered.includes(path)) }];
};
