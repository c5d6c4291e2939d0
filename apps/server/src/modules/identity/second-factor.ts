import { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import { type Call, viewerOf } from '../../platform/http/index.ts';
import { answerOf, headersOf } from './auth/ask.ts';
import type { Auth } from './auth/create-auth.ts';
import { lockPassword, withOwnPassword } from './passwords.ts';
import { minLength } from './rules/password.ts';

const done = { ok: true } as const;

const setUp = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

export const beginTotp = async (auth: Auth, { password }: { password: string }, call: Call) => {
  const body = { password, method: 'totp' as const };
  const { totpURI: uri, backupCodes } = await withOwnPassword(auth, viewerOf(call).personId, async () =>
    answerOf(call, setUp, await auth.api.enableTwoFactor({ body, headers: headersOf(call), asResponse: true })),
  );
  const secret = new URL(uri).searchParams.get('secret');
  if (secret === null) throw new Error('The address for the authenticator app holds no secret.');
  return { uri, secret, backupCodes };
};

/** Replaces this session by a new one, as everything does that changes how a person signs in. */
export const confirmTotp = async (auth: Auth, body: { code: string }, call: Call) => {
  const { personId } = viewerOf(call);
  await lockPassword(call.trx, personId);
  const response = await auth.api.verifyTOTP({ body, headers: headersOf(call), asResponse: true });
  await answerOf(call, z.unknown(), response);
  auth.viewers.forgetPerson(personId);
  return done;
};

export const disableTotp = async (auth: Auth, body: { password: string }, call: Call) => {
  const { personId } = viewerOf(call);
  await lockPassword(call.trx, personId);
  const { password_is_long } = await auth.db.kysely
    .selectFrom('person')
    .select('password_is_long')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!password_is_long) {
    throw new Problem(
      'rule-broken',
      'identity.password-too-short',
      `Your password is shorter than ${minLength} characters, which is enough only beside a second factor. Change it to a longer one first, then switch the second factor off.`,
    );
  }
  await withOwnPassword(auth, personId, async () =>
    answerOf(call, z.unknown(), await auth.api.disableTwoFactor({ body, headers: headersOf(call), asResponse: true })),
  );
  auth.viewers.forgetPerson(personId);
  return done;
};
