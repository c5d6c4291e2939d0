import { z } from 'zod';
import type { Call } from '../../platform/http/index.ts';
import { sendAccountMail, sendConfirmation } from './account-mail.ts';
import { answerOf, headersFor } from './auth/ask.ts';
import type { Auth } from './auth/create-auth.ts';
import { collectMail } from './auth/outgoing.ts';
import { refuseWeak } from './passwords.ts';
import { findPersonByEmail } from './people.ts';

const done = { ok: true } as const;

/** A sign-up or a request for a link comes from nobody in particular: no cookie goes along. */
const anonymous = (call: Call) => headersFor(call.request, () => false);

interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The answer is the same whether or not the address has an account; only its owner learns it, by mail. */
export const signUp = async (auth: Auth, { name, email, password }: SignUp, call: Call) => {
  refuseWeak(password, { name, email, secondFactor: false });
  call.notePersonal({ email });
  const { answer, mail } = await collectMail(() =>
    auth.api.signUpEmail({ body: { name, email, password }, headers: anonymous(call), asResponse: true }),
  );
  // Two sign-ups at once: the unique address lets one through.
  const lostRace = !answer.ok && (await findPersonByEmail(call.trx, email)) !== undefined;
  if (lostRace) return done;
  await answerOf(call, z.unknown(), answer);
  await sendAccountMail(auth, call, mail);
  return done;
};

export const verifyEmail = async (auth: Auth, { token }: { token: string }, call: Call) => {
  const answer = await auth.api.verifyEmail({ query: { token }, headers: anonymous(call), asResponse: true });
  await answerOf(call, z.unknown(), answer);
  return done;
};

export const requestEmailVerification = async (auth: Auth, { email }: { email: string }, call: Call) => {
  const person = await findPersonByEmail(call.trx, email);
  if (person && !person.emailVerified) await sendConfirmation(auth, call, { ...person, id: person.personId });
  return done;
};

export const requestPasswordReset = async (auth: Auth, { email }: { email: string }, call: Call) => {
  const { answer, mail } = await collectMail(() =>
    auth.api.requestPasswordReset({ body: { email }, headers: anonymous(call), asResponse: true }),
  );
  await answerOf(call, z.unknown(), answer);
  await sendAccountMail(auth, call, mail);
  return done;
};
