import { hashPassword } from 'better-auth/crypto';
import { dayMs, newId, newToken, Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { lengthOf, minLength } from './rules/password.ts';

export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** Without one, the person signs in after a reset by mail. */
  readonly password?: string;
  readonly emailVerified: boolean;
  readonly operator?: boolean;
  /** A made-up person: not asked to prove anything, never written to. */
  readonly demonstration?: boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
}

const asPerson = ({ id, name, email, email_verified }: Row): Person => ({
  personId: id,
  name,
  email,
  emailVerified: email_verified,
});

const people = (trx: Trx) => trx.selectFrom('person').select(['id', 'name', 'email', 'email_verified']);

export const getPerson = async (trx: Trx, personId: string): Promise<Person> => {
  const row = await people(trx).where('id', '=', personId).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'identity.no-such-person', 'There is no such person.');
  return asPerson(row);
};

export const findPersonByEmail = async (trx: Trx, email: string): Promise<Person | undefined> => {
  const row = await people(trx).where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row && asPerson(row);
};

/** By id; those who are gone are not in it. */
export const listPeople = async (trx: Trx, personIds: readonly string[]): Promise<ReadonlyMap<string, Person>> => {
  if (personIds.length === 0) return new Map();
  const rows = await people(trx)
    .where('id', 'in', [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, asPerson(row)]));
};

/** An account without sign-up: for first administrators, demonstrations and rehearsals. The address must be free. */
export const createPerson = async (trx: Trx, person: NewPerson): Promise<{ readonly personId: string }> => {
  const personId = newId();
  const { password } = person;
  const hash = password === undefined ? undefined : await hashPassword(password);
  await trx
    .insertInto('person')
    .values({
      id: personId,
      name: person.name,
      email: person.email.toLowerCase(),
      email_verified: person.emailVerified,
      password_is_long: password === undefined || lengthOf(password) >= minLength,
      operator: person.operator ?? false,
      demonstration: person.demonstration ?? false,
    })
    .execute();
  if (hash !== undefined) {
    await trx
      .insertInto('account')
      .values({
        id: newId(),
        account_id: personId,
        provider_id: 'credential',
        person_id: personId,
        password: hash,
      })
      .execute();
  }
  return { personId };
};

/** A session without signing in, for programs that act as a person: send it as `Authorization: Bearer …`. */
export const createSessionToken = async (trx: Trx, personId: string, userAgent = 'program'): Promise<string> => {
  const token = newToken();
  await trx
    .insertInto('session')
    .values({
      id: newId(),
      token,
      person_id: personId,
      expires_at: new Date(Date.now() + 7 * dayMs),
      user_agent: userAgent,
    })
    .execute();
  return token;
};
