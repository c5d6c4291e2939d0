import { defineMessages } from '../text/messages.ts';

/** Words that pages of several staff features share. */
export const messages = defineMessages({
  export: 'Export {count, plural, one {# row} other {# rows}}',
  search: 'Search',
  'role.program-manager': 'Program manager',
  'role.reviewer': 'Reviewer',
  'role.examiner': 'Examiner',
  'role.proctor': 'Proctor',
  'role.finance': 'Finance',
  'role.psychometrician': 'Psychometrician',
  'role.auditor': 'Auditor',
  'role.administrator': 'Administrator',
});
