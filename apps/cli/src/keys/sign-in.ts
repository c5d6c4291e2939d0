import type { Api } from '../rehearsal/api.ts';
import { CommandError, UsageError } from '../shell/errors.ts';
import type { Io } from '../shell/io.ts';

/** Options that every command has which acts for a person at an installation. */
export const signInOptions = {
  url: {
    type: 'string',
    value: 'URL',
    says: 'The installation; http://localhost:3000 unless TESTAMUR_URL says otherwise.',
  },
  org: { type: 'string', value: 'ORG', says: 'The organization, as in its addresses.', required: true },
  code: { type: 'string', value: 'CODE', says: 'The code of the authenticator app, for accounts that have one.' },
} as const;

/** What the sign-in commands say of the account, for their descriptions. */
export const signInNote =
  'You sign in with TESTAMUR_EMAIL and TESTAMUR_PASSWORD: others on this machine could read a password that is given\n' +
  'as an option. With an authenticator app, give its code as --code.';

interface SignIn {
  readonly url?: string | undefined;
  readonly code?: string | undefined;
}

/** Keeps the cookie of the challenge between the password and the code; nothing else here has cookies. */
const withCookies = (): typeof globalThis.fetch => {
  let cookies: readonly string[] = [];
  return async (input, init) => {
    const request = new Request(input, init);
    if (cookies.length > 0) request.headers.set('cookie', cookies.join('; '));
    const response = await fetch(request);
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (set.length > 0) cookies = set;
    return response;
  };
};

const readUrl = (text: string): string => {
  const url = URL.parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url.origin;
  throw new UsageError(`--url is "${text}"; give the address of an installation, such as http://localhost:3000.`);
};

export interface SignedIn {
  readonly api: Api;
  readonly url: string;
}

/** Signs in as the person whom the environment names. */
export const signIn = async (io: Io, wish: SignIn): Promise<SignedIn> => {
  const url = readUrl(wish.url ?? io.env.TESTAMUR_URL ?? 'http://localhost:3000');
  const { TESTAMUR_EMAIL: email, TESTAMUR_PASSWORD: password } = io.env;
  if (!email || !password) throw new UsageError('Set TESTAMUR_EMAIL and TESTAMUR_PASSWORD: who are you?');
  // Loaded here: other commands do without the client of the API.
  const { connect } = await import('../rehearsal/api.ts');
  const anyone = connect({ url, fetch: withCookies() });
  const first = await anyone.identity.signIn({ email, password });
  if (first.state === 'signed-in' && first.token !== undefined)
    return { api: connect({ url, token: first.token }), url };
  if (wish.code === undefined) throw new UsageError(`${email} has an authenticator app: give its code as --code.`);
  const { token } = await anyone.identity.confirmSecondFactor({ code: wish.code });
  if (token === undefined) throw new CommandError('The installation opened no session.');
  return { api: connect({ url, token }), url };
};
