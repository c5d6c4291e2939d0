import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Audit',
  lead: 'Every change, in a chain that shows when an entry was altered or taken out.',
  verify: 'Verify the chain',
  intact: 'Intact: {entries, plural, one {# entry} other {# entries}}, each following from the one before.',
  broken: 'Broken at entry {seq, number}. Compare an earlier export with a new one, and keep both.',
  export: 'Export for the offline verifier',
  exportHint: 'Check the file on any machine: testamur audit verify FILE',
  head: 'Head of the chain',
  filter: 'Action',
  filterHint: 'For example candidacies.judgeRequirement.',
  caption: 'Entries, newest first',
  seq: 'Entry',
  at: 'When',
  who: 'Who',
  action: 'Action',
  subject: 'About',
  detail: 'Detail',
  nothing: 'No entry matches.',
});
