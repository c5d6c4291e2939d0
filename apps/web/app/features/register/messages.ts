import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Register of certified persons',
  lead: 'Not listed does not mean not certified: listing needs consent. With a credential number you can check anyone’s.',
  query: 'Name or credential number',
  search: 'Search',
  caption: 'Certified persons',
  name: 'Name',
  credential: 'Credential',
  status: 'Status',
  until: 'Valid until',
  number: 'Number',
  nobody: 'Nobody who agreed to be listed matches “{query}”.',
  nobodyYet: 'Nobody has agreed to be listed yet.',
  verify: 'Check a credential by its number or file',
  demonstration: 'demonstration',
});
