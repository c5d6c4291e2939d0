import { createHmac, randomBytes } from 'node:crypto';
import { minuteMs } from '../../../kernel/index.ts';
import { derivedKey, isSameHash } from './secrets.ts';

const lifeMs = 5 * minuteMs;
const randomLength = 16;
const bodyLength = randomLength + 6;

const sealOf = (secret: string, issuer: string, body: Buffer): string =>
  createHmac('sha256', derivedKey(secret, 'nonce')).update(issuer).update('\0').update(body).digest('base64url');

/**
 * A `c_nonce` (OpenID4VCI 1.0, 7.2) that proves by itself who made it and when it ends: anyone may ask for one, and
 * nothing is kept for it.
 */
export const newNonce = (secret: string, issuer: string, now: Date): string => {
  const body = Buffer.alloc(bodyLength);
  randomBytes(randomLength).copy(body);
  body.writeUIntBE(now.getTime() + lifeMs, randomLength, 6);
  return `${body.toString('base64url')}.${sealOf(secret, issuer, body)}`;
};

/** When a nonce of this issuer ends; undefined for one that is not the issuer's, or has ended. */
export const endOfNonce = (secret: string, issuer: string, nonce: string, now: Date): Date | undefined => {
  const [encoded, seal, ...more] = nonce.split('.');
  if (encoded === undefined || seal === undefined || more.length > 0) return undefined;
  const body = Buffer.from(encoded, 'base64url');
  if (body.length !== bodyLength || body.toString('base64url') !== encoded) return undefined;
  if (!isSameHash(seal, sealOf(secret, issuer, body))) return undefined;
  const end = new Date(body.readUIntBE(randomLength, 6));
  return end > now ? end : undefined;
};
