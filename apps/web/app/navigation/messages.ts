import { defineMessages } from '../text/messages.ts';

export const messages = defineMessages({
  loading: 'Loading the next page',
  offline:
    'There is no connection. This page stays as it is, with what you typed; nothing was sent. Try again when the connection is back.',
});
