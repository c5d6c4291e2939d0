import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { Problem } from '../../../kernel/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { tooManyTries } from './errors.ts';

export const mostTries = 10;
export const withinMinutes = 15;

/** Tells keys of the table apart without naming anybody. */
export const throttleKey = (secret: string, kind: 'email' | 'person', value: string): string =>
  createHmac('sha256', secret).update(`${kind}:${value}`).digest('hex');

const isWrongPassword = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'identity.sign-in-failed' || error.code === 'identity.password-wrong');

/**
 * Lets `work` try a password unless ten failed within fifteen minutes. Each try counts as failed before it begins, so
 * that a thousand at once get no more than ten; a right password clears the count. Runs on connections of its own:
 * the count stays when the call is refused and rolled back.
 */
export const throttled = async <T>(db: Database, key: string, work: () => Promise<T>): Promise<T> => {
  const { rows } = await sql<{ place: string }>`
    insert into sign_in_failure (email_hash, at) values (${key}, now()) returning ctid::text as place`.execute(
    db.kysely,
  );
  const place = rows[0]?.place ?? '';
  const { tries } = await db.kysely
    .selectFrom('sign_in_failure')
    .select(sql<number>`count(*)`.as('tries'))
    .where('email_hash', '=', key)
    .where('at', '>', sql<Date>`now() - make_interval(mins => ${withinMinutes})`)
    .executeTakeFirstOrThrow();
  const forget = () =>
    sql`delete from sign_in_failure where ctid = ${place}::tid and email_hash = ${key}`.execute(db.kysely);
  if (tries > mostTries) {
    // A refused try is no try: else whoever keeps trying would lock the owner out for good.
    await forget();
    throw tooManyTries();
  }
  try {
    const answer = await work();
    await db.kysely.deleteFrom('sign_in_failure').where('email_hash', '=', key).execute();
    return answer;
  } catch (error) {
    if (!isWrongPassword(error)) await forget();
    throw error;
  }
};
