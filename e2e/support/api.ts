import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Api, contract } from '../../apps/server/src/contract.ts';
import { addressOf, demoPassword } from '../../apps/server/src/seed/people.ts';
import { apiOverHttp } from '../../apps/web/app/api-over-http.ts';

/** What operations answer with is plain JSON already: it reads the same from the wire as in-process. */
export type HttpApi = Api;

/** The API by HTTP with somebody's token, or with none. Every call is an act of its own. */
export const apiWith = (token?: string): HttpApi =>
  apiOverHttp(contract, {
    origin: () => inject('baseUrl'),
    fetch: (request, init) => {
      const asked = new Request(request, init);
      if (token !== undefined) asked.headers.set('authorization', `Bearer ${token}`);
      if (!asked.headers.has('idempotency-key')) asked.headers.set('idempotency-key', randomUUID());
      return fetch(asked);
    },
  }) as HttpApi;

const tokens = new Map<string, Promise<string>>();

const signIn = async (email: string, password: string): Promise<string> => {
  const { token } = await apiWith().identity.signIn({ email, password });
  if (token === undefined) throw new Error(`The server gave no token to ${email}.`);
  return token;
};

export const tokenOf = (mailbox: string, password: string = demoPassword): Promise<string> => {
  const email = mailbox.includes('@') ? mailbox : addressOf(mailbox);
  const known = tokens.get(email);
  if (known) return known;
  const made = signIn(email, password);
  tokens.set(email, made);
  return made;
};

/** The API as one of the demonstration's people; a file of tests signs each in once. */
export const apiAs = async (mailbox: string, password?: string): Promise<HttpApi> =>
  apiWith(await tokenOf(mailbox, password));
