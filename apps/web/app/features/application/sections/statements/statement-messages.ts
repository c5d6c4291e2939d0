import { defineMessages } from '../../../../text/messages.ts';

/** Asking referees and providers of training, as the candidate does it. */
export const messages = defineMessages({
  people: 'Whom you asked',
  nobody: 'Nobody is asked yet.',
  relationOf: '{name}, {relation}',
  asked: 'Asked {asked}; the link works until {until}',
  mailed: 'Written to last {date}',
  givenAt: 'Answered {date}',
  remark: 'The reason given: {remark}',
  confirmedOn: 'Completed on {date}, as the provider says',
  remind: 'Remind',
  remindOf: 'Remind {name}',
  takeBack: 'Take back',
  takeBackOf: 'Take the request to {name} back',
  'did.asked': 'The request is sent.',
  'did.reminded': 'The reminder is sent.',
  'did.taken-back': 'The request is taken back, and its link works no longer.',
  stillNeeded:
    '{count, plural, =0 {As many as are needed are asked or have answered.} one {One more person has to be asked.} other {# people still have to be asked.}}',
  mayStill: 'You may ask {count, plural, one {one more} other {# more}}.',
  noRoom: 'No more can be asked at a time. Take a request back to ask somebody else.',
  // Asking
  askReferee: 'Ask a referee',
  askProvider: 'Ask the provider',
  askHow:
    'They get a mail with a personal link, need no account, and are asked to answer within {period}. We write to nobody else.',
  providerName: 'Person or office to ask',
  refereeName: 'Name',
  enterName: 'Enter the name of whom we write to.',
  email: 'E-mail address',
  refereeEmail: 'The address at which they read their mail. It cannot be your own.',
  providerEmail: 'An address of the institution itself; the reviewer sees which.',
  enterEmail: 'Enter an e-mail address, such as name@example.org.',
  relation: 'How do they know your work?',
  chooseRelation: 'Choose how they know your work.',
  send: 'Send the request',
  // The form
  whatAsked: 'What a referee is asked',
  whatAskedLead:
    'You see what is asked, never what is answered: reviewers alone read that. You learn whether an answer was given.',
  'kind.text': 'in words',
  'kind.rating': 'from 1 to 5',
  'kind.yes-no': 'yes or no',
  recommends: 'Does the referee recommend you for the certification?',
  changeTraining: 'Change what you state',
  readOnly: 'Nobody more can be asked here.',
});
