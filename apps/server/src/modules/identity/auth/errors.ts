import { Problem } from '../../../kernel/index.ts';

const wrongPassword = () => new Problem('forbidden', 'identity.password-wrong', 'The password is wrong.');
const wrongCode = () =>
  new Problem(
    'forbidden',
    'identity.code-wrong',
    'The code is wrong. Enter the one that your authenticator app shows now, or a backup code that you have not used.',
  );

export const tooManyTries = () =>
  new Problem('forbidden', 'identity.too-many-tries', 'Too many tries. Wait fifteen minutes, then try again.');

export const linkInvalid = () =>
  new Problem(
    'not-found',
    'identity.link-invalid',
    'This link has expired or was used before. Ask for a new one, and open the newest mail.',
  );

const challengeExpired = () =>
  new Problem('forbidden', 'identity.challenge-expired', 'Signing in took too long. Enter your password again.');

const signInFailed = () =>
  new Problem('forbidden', 'identity.sign-in-failed', 'The e-mail address or the password is wrong.');

/** What better-auth answers, in our words. Any other answer is a bug here. */
const problems: Readonly<Record<string, () => Problem>> = {
  INVALID_EMAIL_OR_PASSWORD: signInFailed,
  EMAIL_NOT_VERIFIED: () =>
    new Problem(
      'forbidden',
      'identity.email-not-verified',
      'Confirm your address first: open the link in the mail that we sent, or ask for a new one.',
    ),
  INVALID_PASSWORD: wrongPassword,
  CREDENTIAL_ACCOUNT_NOT_FOUND: wrongPassword,
  INVALID_TOKEN: linkInvalid,
  TOKEN_EXPIRED: linkInvalid,
  USER_NOT_FOUND: linkInvalid,
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  TOTP_NOT_ENABLED: wrongCode,
  BACKUP_CODES_NOT_ENABLED: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: challengeExpired,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: tooManyTries,
  ACCOUNT_TEMPORARILY_LOCKED: tooManyTries,
  TOTP_ALREADY_ENABLED: () =>
    new Problem('conflict', 'identity.second-factor-on', 'The second factor is on already. Switch it off first.'),
  UNAUTHORIZED: () => new Problem('forbidden', 'platform.sign-in-required', 'Sign in first.'),
};

export const problemOf = (code: unknown, status: number): Error => {
  const make = typeof code === 'string' ? problems[code] : undefined;
  return make ? make() : new Error(`better-auth answered ${status} ${String(code)}.`);
};
