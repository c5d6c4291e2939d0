import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Send it by e-mail',
  lead: 'One letter from us with a link to {title}. No more than three a day.',
  toWhom: 'To whom?',
  self: 'To me',
  selfHint: 'With the number and where all your files are.',
  other: 'To somebody else',
  otherHint: 'With a link that works for 30 days and does not show the number. You can end it under share links.',
  notInForce: 'Your certification is not in force, so the letter can only go to yourself.',
  choose: 'Choose to whom the letter goes.',
  address: 'Their e-mail address',
  enterAddress: 'Enter the e-mail address of the person, such as name@example.org.',
  message: 'Your message',
  messageHint: 'Up to 500 characters. It is marked as yours, and answers do not reach us.',
  tooLong: 'Write no more than 500 characters.',
  send: 'Send the letter',
  sent: 'The letter is on its way to {to}.',
  sentSelf: 'The letter is on its way to you. You find it under Messages, too.',
});
