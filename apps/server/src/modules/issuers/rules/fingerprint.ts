import { createHash } from 'node:crypto';

/**
 * What people compare and type in the place of a public key: the first 64 bits of the SHA-256 of its multibase text, as
 * `1A2B-3C4D-5E6F-7081`. The same as `printf z6Mk… | sha256sum`.
 */
export const fingerprintOf = (publicKeyMultibase: string): string => {
  const digest = createHash('sha256').update(publicKeyMultibase).digest('hex').slice(0, 16).toUpperCase();
  return digest.replace(/(.{4})(?!$)/g, '$1-');
};

/** A typed fingerprint in its one form: case, spaces and hyphens do not count. */
export const readFingerprint = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '')
    .replace(/(.{4})(?!$)/g, '$1-');
