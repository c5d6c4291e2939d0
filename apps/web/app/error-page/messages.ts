import { defineMessages } from '../text/messages.ts';

export const messages = defineMessages({
  notFound: 'This page does not exist',
  notFoundDetail: 'The address may be mistyped, or what was here has been removed. Nothing that you saved is affected.',
  forbidden: 'You cannot open this page',
  forbiddenDetail:
    'It is open to people with another role. If you need it for your work, ask an administrator of the organization.',
  refused: 'This cannot be done now',
  offline: 'There is no connection',
  offlineDetail:
    'The page could not be reached. What you had saved is kept. What you typed since then was not sent: go back, and send it again when the connection is there.',
  unexpected: 'Something went wrong on our side',
  unexpectedDetail:
    'What you had saved is kept. What you sent just now may not have been: look at the page before you send it again.',
  reference: 'Give this number when you ask for help: {requestId}',
  again: 'Try again',
  home: 'Go to the start page',
  help: 'Get help',
  mark: 'Testamur',
});
