import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { TenantClock } from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { type Authenticator, createAuthenticator } from './auth/authenticator.ts';
import { type Auth, createAuth } from './auth/create-auth.ts';
import { type AuthHandler, createAuthHandler } from './auth/handler.ts';
import { createPerson, createSessionToken, type NewPerson } from './people.ts';

export interface IdentityOptions {
  readonly config: Pick<Config, 'PUBLIC_URL' | 'SECRET'>;
  readonly db: Database;
  readonly log: Log;
  readonly clock: TenantClock;
}

/** What is made before the platform, because everything else asks it who calls. */
export interface Identity {
  readonly auth: Auth;
  readonly clock: TenantClock;
  readonly authenticate: Authenticator;
  /** Serves `/api/auth/passkey/*`; undefined for paths that are not under `/api/auth`. */
  readonly authHandler: AuthHandler;
  /** In a transaction of its own; within one, `createPerson(trx, …)`. */
  createPerson(person: NewPerson): Promise<{ readonly personId: string }>;
  /** In a transaction of its own; within one, `createSessionToken(trx, …)`. */
  createSessionToken(personId: string): Promise<string>;
  /** Closes better-auth's connections; before the database is stopped. */
  close(): Promise<void>;
}

export const createIdentity = ({ config, db, log, clock }: IdentityOptions): Identity => {
  const auth = createAuth({ db, log, publicUrl: config.PUBLIC_URL, secret: config.SECRET });
  return {
    auth,
    clock,
    authenticate: createAuthenticator(auth),
    authHandler: createAuthHandler(auth, db, clock),
    createPerson: (person) => db.system((trx) => createPerson(trx, person)),
    createSessionToken: (personId) => db.system((trx) => createSessionToken(trx, personId)),
    close: () => auth.close(),
  };
};
