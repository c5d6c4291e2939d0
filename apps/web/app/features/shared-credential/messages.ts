import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: '{name}: {credential}',
  ended: 'This link does not work',
  endedLead: 'It was ended, it has run out, or it never was. Ask the person who gave it to you for a new one.',
  by: 'Its holder shows you this by a link of their own, and can end it at any time.',
  numberKept: 'Its number is not shown here. Ask the holder for it if you want to look it up later.',
});
