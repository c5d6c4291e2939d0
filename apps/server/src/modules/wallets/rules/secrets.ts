import { createHash, createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto';

/** What is kept of a secret with 256 random bits: nothing to be guessed from. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** One of the keys that are derived from the installation's secret, for one purpose. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `testamur wallets: ${purpose}`, 32));

/** The pre-authorized code of an offer, made from the secret in the offer's address, so that neither has to be kept. */
export const codeOfReference = (reference: string): string => hashOf(`pre-authorized code:${reference}`);

export const newTransactionCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Keyed, because six digits are tried out in a moment by whoever reads the database. */
export const transactionCodeHash = (secret: string, offerId: string, code: string): string =>
  createHmac('sha256', derivedKey(secret, 'transaction code')).update(`${offerId}:${code}`).digest('base64url');

/** Compares two hashes in a time that does not tell how far they agree. */
export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
