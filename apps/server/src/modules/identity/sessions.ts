import { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import { type Call, viewerOf } from '../../platform/http/index.ts';
import { answerOf, headersFor, headersOf } from './auth/ask.ts';
import type { Auth } from './auth/create-auth.ts';
import { throttled, throttleKey } from './auth/throttle.ts';

const done = { ok: true } as const;

const session = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const challenge = z.object({ twoFactorRedirect: z.literal(true) });

const signedIn = ({ token, user }: z.infer<typeof session>, call: Call) => {
  call.note({ personId: user.id });
  return { state: 'signed-in' as const, token };
};

/** A wrong address and a wrong password get the same answer in the same time: better-auth hashes either way. */
export const signIn = async (auth: Auth, { email, password }: { email: string; password: string }, call: Call) => {
  const { secret } = await auth.$context;
  const answer = await throttled(auth.db, throttleKey(secret, 'email', email), async () => {
    const body = { email, password };
    const response = await auth.api.signInEmail({ body, headers: headersFor(call.request), asResponse: true });
    return answerOf(call, z.union([challenge, session]), response);
  });
  return 'token' in answer ? signedIn(answer, call) : { state: 'second-factor-needed' as const };
};

const challengeCookie = /^(__Secure-)?testamur\.(two_factor|dont_remember)=/;

/** Of the cookies only that of the challenge goes along: with a session, the code would confirm a new authenticator. */
export const confirmSecondFactor = async (auth: Auth, { code }: { code: string }, call: Call) => {
  const options = {
    body: { code: code.replaceAll(' ', '') },
    headers: headersFor(call.request, (cookie) => challengeCookie.test(cookie)),
    asResponse: true,
  } as const;
  const isTotp = /^\d{6}$/.test(options.body.code);
  const response = isTotp ? await auth.api.verifyTOTP(options) : await auth.api.verifyBackupCode(options);
  return signedIn(await answerOf(call, session, response), call);
};

export const signOut = async (auth: Auth, call: Call) => {
  await answerOf(call, z.unknown(), await auth.api.signOut({ headers: headersOf(call), asResponse: true }));
  if (call.viewer) auth.viewers.forgetSession(call.viewer.sessionId);
  return done;
};

export const endSession = async (auth: Auth, { sessionId }: { sessionId: string }, call: Call) => {
  const ended = await auth.db.kysely
    .deleteFrom('session')
    .where((where) => where(where.cast<string>('id', 'text'), '=', sessionId))
    .where('person_id', '=', viewerOf(call).personId)
    .executeTakeFirst();
  if (ended.numDeletedRows === 0n) {
    throw new Problem('not-found', 'identity.no-such-session', 'You have no such session; it may have ended already.');
  }
  auth.viewers.forgetSession(sessionId);
  call.note({ sessionId });
  return done;
};

export const deletePasskey = async ({ passkeyId }: { passkeyId: string }, call: Call) => {
  const deleted = await call.trx
    .deleteFrom('passkey')
    .where((where) => where(where.cast<string>('id', 'text'), '=', passkeyId))
    .where('person_id', '=', viewerOf(call).personId)
    .executeTakeFirst();
  if (deleted.numDeletedRows === 0n) {
    throw new Problem('not-found', 'identity.no-such-passkey', 'You have no such passkey; it may be removed already.');
  }
  call.note({ passkeyId });
  return done;
};
