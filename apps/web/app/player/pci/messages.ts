import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  frame: 'Interaction',
  starting: 'The interaction is starting.',
  noModules: 'This interaction needs a program of its own, which cannot run here.',
  silent:
    'The interaction did not start within {seconds, number} seconds. Load the page again; if it happens again, report it.',
  failed: 'The interaction did not start: {reason}',
  left: 'The interaction left its frame and was stopped. Load the page again.',
  badResponse: 'The interaction gave an answer that does not fit: {reason}. The answer before stands.',
});
