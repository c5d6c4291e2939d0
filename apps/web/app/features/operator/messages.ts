import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Installation',
  lead: 'The organizations of this installation. An operator sees no candidate’s data by that alone.',
  caption: 'Organizations',
  name: 'Organization',
  short: 'Address',
  kind: 'Kind',
  now: 'Time there',
  'kind.platform': 'The installation itself',
  'kind.live': 'Live',
  'kind.demonstration': 'Demonstration',
  'kind.rehearsal': 'Rehearsal',
  nothing: 'No organization yet',
  mail: 'Account mail',
  mailDetail: 'Confirmations, password resets and invitations of people’s accounts.',
  openMail: 'Open the account mail',
  outboxTitle: 'Account mail',
  outboxLead:
    'Kept here while no mail server is set up. Such letters hold sign-in links: hand each only to its recipient.',
  closed: 'Account mail is closed here',
  closedDetail: 'A mail server is set up, so letters go to their recipients alone: they hold sign-in links.',
  back: 'Installation',
  to: 'E-mail address of the recipient',
});
