import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer, twoFactor } from 'better-auth/plugins';
import { newId } from '../../../kernel/index.ts';
import { createDatabase, type Database } from '../../../platform/db/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import { noteMail } from './outgoing.ts';
import { passkeyTables, secondFactorTables, tables } from './tables.ts';
import { ViewerCache } from './viewer-cache.ts';

export const clientAddressHeader = 'x-testamur-client';
export const authPath = '/api/auth';

const hour = 3600;
const sessionSeconds = 7 * 24 * hour;
export const confirmationSeconds = 24 * hour;
export const resetSeconds = hour;
/** Passwords are hashed on two cores: more connections would only wait. */
const connections = 6;

export interface AuthOptions {
  /** The app's database: its connection string serves a small pool of better-auth's own. */
  readonly db: Database;
  /** Where people reach the installation, such as `https://certification.example.org`. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly log: Log;
}

const userVerified = (verified: boolean): void => {
  if (verified) return;
  throw APIError.fromStatus('UNAUTHORIZED', {
    code: 'USER_VERIFICATION_REQUIRED',
    message: 'The passkey did not check who uses it. Unlock it with your PIN, finger or face.',
  });
};

const betterAuthOver = (database: Database, { publicUrl, secret, log }: Omit<AuthOptions, 'db'>) => {
  const { origin, hostname, protocol } = new URL(publicUrl);
  return betterAuth({
    appName: 'Testamur',
    baseURL: origin,
    basePath: authPath,
    trustedOrigins: [origin],
    secret,
    telemetry: { enabled: false },
    // What it calls errors are mostly answers that were refused; below them it logs addresses of people.
    logger: {
      level: 'error',
      log: (_level, message, ...details: unknown[]) =>
        log.warn({ message, err: details.find((one) => one instanceof Error) }, 'better-auth could not do as asked.'),
    },
    database: { db: database.kysely, type: 'postgres', transaction: true },
    ...tables,
    verification: { ...tables.verification, storeIdentifier: 'hashed' },
    session: { ...tables.session, expiresIn: sessionSeconds, updateAge: hour },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => noteMail({ kind: 'reset-password', person: user, token }),
      onExistingUserSignUp: async ({ user }) => noteMail({ kind: 'address-in-use', person: user }),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: confirmationSeconds,
      sendVerificationEmail: async ({ user, token }) => noteMail({ kind: 'confirm-email', person: user, token }),
    },
    // Tries are counted in the database, a person at a time: see throttle.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'testamur',
      useSecureCookies: protocol === 'https:',
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      bearer(),
      twoFactor({ issuer: 'Testamur', schema: secondFactorTables }),
      passkey({
        rpID: hostname,
        rpName: 'Testamur',
        origin,
        schema: passkeyTables,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A passkey stands for both factors, so it has to be one that checks its user.
        registration: {
          afterVerification: async ({ verification }) =>
            userVerified(verification.registrationInfo?.userVerified ?? false),
        },
        authentication: {
          afterVerification: async ({ verification }) => userVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  });
};

export interface Auth extends Pick<ReturnType<typeof betterAuthOver>, 'api' | 'handler' | '$context'> {
  /** better-auth's connections. What is written here stays, even when the call that wrote it is refused. */
  readonly db: Database;
  readonly viewers: ViewerCache;
  readonly publicUrl: string;
  close(): Promise<void>;
}

/**
 * better-auth on connections of its own. It writes while the call's transaction is open and must never wait for a
 * connection that other such calls hold.
 */
export const createAuth = ({ db, ...options }: AuthOptions): Auth => {
  const { connectionString } = db.pool.options;
  if (connectionString === undefined) throw new Error('The database was opened without a connection string.');
  const own = createDatabase(connectionString, { maxConnections: connections, log: options.log });
  const { api, handler, $context } = betterAuthOver(own, options);
  const publicUrl = new URL(options.publicUrl).origin;
  return { api, handler, $context, db: own, viewers: new ViewerCache(), publicUrl, close: () => own.close() };
};
