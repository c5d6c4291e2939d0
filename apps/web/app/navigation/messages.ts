import { defineMessages } from '../text/messages.ts';

export const messages = defineMessages({
  loading: 'Loading the next page',
});
