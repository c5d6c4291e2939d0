import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Show only parts of it',
  lead: 'A text that proves what you tick. Whoever gets it pastes it on the page for checking; the rest stays with you.',
  notInForce: 'Your certification is not in force, so there is nothing to prove with it.',
  choose: 'What does it show?',
  chooseHint:
    'Always in it: the title, the certifying body, from when to when it is valid, and whether it is in force.',
  name: 'Your name',
  number: 'Its number',
  numberHint: 'Whoever has the number can look up everything that the public page shows.',
  awarded: 'The day on which it was awarded',
  edition: 'The edition of the program',
  make: 'Make the text',
  made: 'Your text',
  madeHint: 'Copy all of it. It is checked by pasting it at {url}',
  text: 'Text to share',
  bearer:
    'It is not bound to you: whoever has it can show it. It cannot be ended by itself, only with the certification.',
});
