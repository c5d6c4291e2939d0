import { sql } from 'kysely';
import { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { type Call, viewerOf } from '../../platform/http/index.ts';
import { answerOf, headersFor, headersOf } from './auth/ask.ts';
import type { Auth } from './auth/create-auth.ts';
import { linkInvalid } from './auth/errors.ts';
import { throttled, throttleKey } from './auth/throttle.ts';
import { judgePassword, type PasswordOwner } from './rules/password.ts';

const done = { ok: true } as const;

/** @returns whether the password is long enough without a second factor. */
export const refuseWeak = (password: string, owner: PasswordOwner): boolean => {
  const verdict = judgePassword(password, owner);
  if (verdict.ok) return verdict.long;
  const code = verdict.reason === 'too-short' ? 'identity.password-too-short' : 'identity.password-guessable';
  throw new Problem('invalid', code, verdict.message, [{ path: 'password', message: verdict.message }]);
};

/**
 * Serializes what depends on both the length of a password and the second factor. The row of the person cannot serve
 * as the lock: better-auth writes it on a connection of its own.
 */
export const lockPassword = async (trx: Trx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.password:${personId}`}, 0))`.execute(trx);
};

/** Counts the tries of a signed-in person's own password: whoever found a session open shall not guess it either. */
export const withOwnPassword = async <T>(auth: Auth, personId: string, work: () => Promise<T>): Promise<T> => {
  const { secret } = await auth.$context;
  return throttled(auth.db, throttleKey(secret, 'person', personId), work);
};

const ownerOf = async (auth: Auth, personId: string): Promise<PasswordOwner> => {
  const row = await auth.db.kysely
    .selectFrom('person')
    .select(['name', 'email', 'two_factor_enabled'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { name: row.name, email: row.email, secondFactor: row.two_factor_enabled };
};

const setLong = async (auth: Auth, personId: string, long: boolean): Promise<void> => {
  await auth.db.kysely.updateTable('person').set({ password_is_long: long }).where('id', '=', personId).execute();
};

/** A password counts as short from before it is set, and as long only after: a crash in between errs on the safe side. */
const replacing = async <T>(auth: Auth, personId: string, long: boolean, replace: () => Promise<T>): Promise<T> => {
  const before = await auth.db.kysely
    .selectFrom('person')
    .select('password_is_long')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!long) await setLong(auth, personId, false);
  try {
    const answer = await replace();
    if (long) await setLong(auth, personId, true);
    return answer;
  } catch (error) {
    // Refused: the old password stays, and what is known about it.
    if (error instanceof Problem) await setLong(auth, personId, before.password_is_long);
    throw error;
  }
};

interface Change {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export const changePassword = async (auth: Auth, body: Change, call: Call) => {
  const { personId, sessionId } = viewerOf(call);
  await lockPassword(call.trx, personId);
  const long = refuseWeak(body.newPassword, await ownerOf(auth, personId));
  await withOwnPassword(auth, personId, () =>
    replacing(auth, personId, long, async () =>
      answerOf(call, z.unknown(), await auth.api.changePassword({ body, headers: headersOf(call), asResponse: true })),
    ),
  );
  await auth.db.kysely.deleteFrom('session').where('person_id', '=', personId).where('id', '<>', sessionId).execute();
  auth.viewers.forgetPerson(personId);
  return done;
};

export const resetPassword = async (
  auth: Auth,
  { token, password }: { token: string; password: string },
  call: Call,
) => {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!found || found.expiresAt < new Date()) throw linkInvalid();
  const personId = found.value;
  await lockPassword(call.trx, personId);
  const long = refuseWeak(password, await ownerOf(auth, personId));
  await replacing(auth, personId, long, async () => {
    const body = { token, newPassword: password };
    const headers = headersFor(call.request, () => false);
    await answerOf(call, z.unknown(), await auth.api.resetPassword({ body, headers, asResponse: true }));
  });
  auth.viewers.forgetPerson(personId);
  call.note({ personId });
  return done;
};
