import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'API reference',
  lead: 'Everything that the pages do, a program can do: {count, number} operations, with the same rights and the same answers.',
  document: 'The same as an <link>OpenAPI 3.1 document</link>.',
  signIn: 'Signing in',
  signInText:
    'POST an e-mail address and password to /sign-in. Browsers keep the session cookie; other clients send the token of the answer as a bearer token.',
  idempotency: 'Sending again',
  idempotencyText:
    'Send a new Idempotency-Key, such as a UUID, with every command. After a lost connection send the same request with the same key: you get the same answer, and nothing happens twice. The same key with another body is refused.',
  problems: 'Refusals',
  problemsText:
    'Refusals are problem documents (RFC 9457). Branch on code, show detail, and give requestId when you ask for help. fields names each part of the input that has to be mended.',
  unknown: 'Unknown members of a body are refused, never ignored.',
  example: 'Example',
  operations: 'Operations',
  input: 'What it takes',
  member: 'Member',
  where: 'Where',
  type: 'Type',
  required: 'Needed',
  yes: 'Yes',
  no: 'No',
  path: 'address',
  query: 'query',
  body: 'body',
  answer: 'What it answers',
  nothing: 'Takes no input.',
});
