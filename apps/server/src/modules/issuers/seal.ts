import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 'v1';
const purpose = 'testamur issuer key';

/** One key for sealing a whole installation's issuer keys; other uses of the secret derive others. */
const sealingKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/**
 * Seals text with AES-256-GCM under a key that is derived from the installation's secret.
 *
 * @param owner bound into the seal: what was sealed for one owner cannot be passed off as another's.
 */
export const seal = (secret: string, owner: string, text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [version, encode(nonce), encode(cipher.getAuthTag()), encode(sealed)].join('.');
};

/** @throws Error when the secret or the owner is another one, or the seal was changed. */
export const unseal = (secret: string, owner: string, sealed: string): string => {
  const [kind, nonce, tag, text] = sealed.split('.');
  if (kind !== version || nonce === undefined || tag === undefined || text === undefined) {
    throw new Error(`The sealed key of ${owner} is not in a form that this version reads.`);
  }
  try {
    const cipher = createDecipheriv('aes-256-gcm', sealingKey(secret), Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    });
    cipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([cipher.update(Buffer.from(text, 'base64url')), cipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error(
      `The sealed key of ${owner} does not open: SECRET is not the one that it was sealed with. Restore that secret.`,
      { cause },
    );
  }
};
