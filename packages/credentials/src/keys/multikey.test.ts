import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMultibase } from '../../test/multibase.ts';
import {
  algorithmOfMultikey,
  generateIssuerKey,
  importIssuerKey,
  jwkFromMultikey,
  multikeyFromJwk,
  publicKeyObject,
  signatureOf,
  verificationAlgorithmOf,
  verifySignature,
} from '../index.ts';
import { base58Decode, base58Encode } from './base58.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('base58', () => {
  it('writes what an independent implementation writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (raw) => {
        const text = base58Encode(raw);
        expect(Buffer.from(base58Decode(text) ?? []).equals(raw)).toBe(true);
        // The other implementation is for bytes behind a header that is not zero.
        expect(`z${base58Encode(Uint8Array.from([0xed, ...raw]))}`).toBe(toMultibase(raw, [0xed]));
      }),
    );
  });

  it('knows the vectors of draft-msporny-base58', () => {
    expect(base58Encode(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(base58Encode(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4');
    expect(base58Encode(new Uint8Array())).toBe('');
  });

  it('reads no text of other letters, nor one that is endless', () => {
    for (const text of ['0', 'O', 'I', 'l', ' ', 'ä', '1'.repeat(513)]) {
      expect(base58Decode(text)).toBeUndefined();
    }
  });
});

describe('a key of P-256', () => {
  it('signs so that the library verifies, and verifies what the library signs', async () => {
    const key = await generateIssuerKey({ algorithm: 'P-256' });
    const theirs = await EcdsaMultikey.from({ type: 'Multikey', ...(await key.exportKey()) });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (data) => {
        expect(await theirs.verifier().verify({ data, signature: await signatureOf(key, data) })).toBe(true);
        expect(verifySignature(key.publicKeyMultibase, data, await theirs.signer().sign({ data }))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('is zDna…, comes back from its export, and is made of a seed the same each time', async () => {
    const seed = createHash('sha256').update('seed').digest();
    const key = await generateIssuerKey({ algorithm: 'P-256', seed });
    expect(key.publicKeyMultibase).toMatch(/^zDna/);
    expect((await generateIssuerKey({ algorithm: 'P-256', seed })).publicKeyMultibase).toBe(key.publicKeyMultibase);
    const back = await importIssuerKey(await key.exportKey());
    expect(back).toMatchObject({ verificationMethod: key.verificationMethod, algorithm: 'P-256' });
    expect(verifySignature(key.publicKeyMultibase, seed, await back.sign(seed))).toBe(true);
  });

  it('is not made of a seed that is no secret of the curve, or has not 32 bytes', async () => {
    for (const seed of [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31), new Uint8Array(33)]) {
      await expect(generateIssuerKey({ algorithm: 'P-256', seed })).rejects.toThrow(RangeError);
    }
  });

  it('is not read with the halves of keys of two algorithms', async () => {
    const [one, two] = [await generateIssuerKey(), await generateIssuerKey({ algorithm: 'P-256' })];
    const { publicKeyMultibase } = one;
    const { secretKeyMultibase } = await two.exportKey();
    await expect(importIssuerKey({ publicKeyMultibase, secretKeyMultibase })).rejects.toThrow(/secret key of Ed25519/);
  });
});

describe('a signature', () => {
  it('of an unlike length, or by a key that is none, is refused and never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 130 }), (text, signature) => {
        expect(verifySignature(text, new Uint8Array(3), signature)).toBe(false);
      }),
    );
  });

  it('by a signer that returns DER is refused before it goes into a proof', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const secret = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const signer = {
      verificationMethod: 'did:web:a.example#k',
      controller: 'did:web:a.example',
      algorithm: 'P-256' as const,
      sign: (data: Uint8Array) => sign('sha256', data, secret),
    };
    await expect(signatureOf(signer, new Uint8Array(3))).rejects.toThrow(/64 bytes of a signature of P-256/);
  });
});

describe('a Multikey', () => {
  it('of random bytes behind the header of P-256 is one only when the point is on the curve', () => {
    fc.assert(
      fc.property(bytes(33), (raw) => {
        const text = toMultibase(raw, [0x80, 0x24]);
        expect(algorithmOfMultikey(text)).toBe(raw[0] === 2 || raw[0] === 3 ? algorithmOfMultikey(text) : undefined);
      }),
    );
    const notOnCurve = Uint8Array.from([2, ...new Uint8Array(31), 5]);
    expect(algorithmOfMultikey(toMultibase(notOnCurve, [0x80, 0x24]))).toBe('P-256');
    expect(algorithmOfMultikey(toMultibase(new Uint8Array(33).fill(255), [0x80, 0x24]))).toBeUndefined();
  });

  it('of P-384 can be checked, but does not sign here', () => {
    const text = 'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ';
    expect(verificationAlgorithmOf(text)).toBe('P-384');
    expect(algorithmOfMultikey(text)).toBeUndefined();
    expect(publicKeyObject(text).asymmetricKeyDetails).toEqual({ namedCurve: 'secp384r1' });
  });

  it('that is none names itself in the exception', () => {
    expect(() => publicKeyObject('z6MkX')).toThrow(/"z6MkX" is no Multikey/);
    expect(() => jwkFromMultikey('')).toThrow(RangeError);
  });
});

describe('JSON Web Keys', () => {
  // RFC 8037, appendix A.2, and RFC 7517, appendix A.1.
  const ed25519 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const p256 = {
    kty: 'EC',
    crv: 'P-256',
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  };

  it.each([ed25519, p256])('$crv becomes a Multikey and the same again', (jwk) => {
    const multikey = multikeyFromJwk({ ...jwk, kid: '1', use: 'sig' });
    expect(verificationAlgorithmOf(multikey ?? '')).toBe(jwk.crv);
    expect(jwkFromMultikey(multikey ?? '')).toEqual(jwk);
  });

  it.each([
    ['another curve', { ...p256, crv: 'P-521' }],
    ['the curve of another kind', { ...p256, kty: 'OKP', crv: 'Ed25519', x: `${p256.x}AA` }],
    ['a secret half', { ...ed25519, d: ed25519.x }],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }],
    ['a point that is not on the curve', { ...p256, y: p256.x }],
    ['half a point', { kty: 'EC', crv: 'P-256', x: p256.x }],
    ['an algorithm of another kind', { ...p256, alg: 'HS256' }],
    ['a key for encryption', { ...p256, use: 'enc' }],
    ['a key that only signs', { ...p256, key_ops: ['sign'] }],
    ['too few bytes', { ...ed25519, x: 'AAAA' }],
    ['text', 'jwk'],
    ['nothing', null],
  ])('%s is no key here', (_, jwk) => {
    expect(multikeyFromJwk(jwk)).toBeUndefined();
  });
});
