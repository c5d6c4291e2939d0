import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Outbox',
  lead: 'Every letter that {organization} wrote, the newest first.',
  kept: 'No mail server is set up: letters are kept here and were not mailed.',
  to: 'To',
  toAddress: 'E-mail address of the recipient',
  subject: 'Letter',
  state: 'State',
  written: 'Written',
  sent: 'Sent',
  error: 'Error',
  caption: 'Letters, the newest first',
  'state.waiting': 'Waiting to be sent',
  'state.sent': 'Sent',
  'state.kept': 'Kept here',
  'state.failed': 'Not sent: {error}',
  nothing: 'No letter to “{to}”.',
  nothingYet: 'Nothing was written yet.',
});
