import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Candidacies',
  lead: 'Everyone who applied, the latest change first.',
  query: 'Name, number or status',
  caption: 'Candidacies, the latest change first',
  candidate: 'Candidate',
  number: 'Number',
  program: 'Program',
  edition: 'Edition',
  status: 'Status',
  changed: 'Changed',
  nobody: 'No candidacy matches “{query}”.',
  nobodyHint: 'Try a part of the name, the number, or a status such as “payment due”.',
  nobodyYet: 'Nobody has applied yet.',
});
