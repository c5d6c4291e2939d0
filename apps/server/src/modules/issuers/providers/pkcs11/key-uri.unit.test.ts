import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jwkOfPoint } from './key-pair.ts';
import { keyUri, readKeyUri } from './provider.ts';

describe('a PKCS#11 URI', () => {
  test('names a private key by token and id, and is read back', () => {
    const id = Buffer.from('00ff10', 'hex');
    const uri = keyUri('Keys; of=us/é', id);
    expect(uri).toBe('pkcs11:token=Keys%3B%20of%3Dus%2F%C3%A9;id=%00%FF%10;type=private');
    expect(readKeyUri(uri)).toEqual({ label: 'Keys; of=us/é', id });
  });
  test('of something else is refused', () => {
    for (const text of ['', 'arn:aws:kms:x', 'pkcs11:token=a;id=;type=private', 'pkcs11:id=%00;type=private']) {
      expect(() => readKeyUri(text)).toThrow(/is no PKCS#11 URI/);
    }
  });
});

describe('the point of a public key', () => {
  const ed = generateKeyPairSync('ed25519').publicKey;
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  const rawEd = ed.export({ format: 'der', type: 'spki' }).subarray(-32);
  const rawP256 = p256.export({ format: 'der', type: 'spki' }).subarray(-65);
  const same = (jwk: object, key: typeof ed) => createPublicKey({ key: { ...jwk }, format: 'jwk' }).equals(key);

  test('is read alone, in an octet string and in a bit string', () => {
    for (const lead of ['', '0420', '032100']) {
      expect(same(jwkOfPoint('Ed25519', Buffer.concat([Buffer.from(lead, 'hex'), rawEd])), ed)).toBe(true);
    }
    for (const lead of ['', '0441', '034200']) {
      expect(same(jwkOfPoint('P-256', Buffer.concat([Buffer.from(lead, 'hex'), rawP256])), p256)).toBe(true);
    }
  });
  test('of another length or form is refused', () => {
    expect(() => jwkOfPoint('Ed25519', rawP256)).toThrow(/65 bytes, which is none of Ed25519/);
    expect(() => jwkOfPoint('P-256', rawEd)).toThrow(/none of P-256/);
    expect(() => jwkOfPoint('P-256', Buffer.alloc(65))).toThrow(/none of P-256/);
  });
});
