import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toMultibase } from '../test/multibase.ts';
import { algorithmOfMultikey, didKeyOf, generateIssuerKey, importIssuerKey } from './index.ts';

// RFC 8032, 7.1, TEST 1 and TEST 2.
const VECTORS = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
];

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('Ed25519 against RFC 8032', () => {
  it.each(VECTORS)('signature of "$message"', async ({ seed, publicKey, message, signature }) => {
    const key = await generateIssuerKey({ seed: hex(seed) });
    expect(key.publicKeyMultibase).toBe(toMultibase(hex(publicKey)));
    expect(Buffer.from(await key.sign(hex(message))).toString('hex')).toBe(signature);
  });
});

describe('a key', () => {
  it('without a controller is its own issuer', async () => {
    const key = await generateIssuerKey();
    expect(key.controller).toBe(didKeyOf(key));
    expect(key.verificationMethod).toBe(`${didKeyOf(key)}#${key.publicKeyMultibase}`);
  });

  it('is another one each time', async () => {
    const [one, two] = await Promise.all([generateIssuerKey(), generateIssuerKey()]);
    expect(one.publicKeyMultibase).not.toBe(two.publicKeyMultibase);
  });

  it('comes back from its export and signs the same', async () => {
    const key = await generateIssuerKey({ controller: 'did:web:example.org' });
    const back = await importIssuerKey({ ...(await key.exportKey()), controller: key.controller });
    expect(back.verificationMethod).toBe(key.verificationMethod);
    expect(await back.sign(hex('00ff'))).toEqual(await key.sign(hex('00ff')));
    const spki = Buffer.concat([hex('302a300506032b6570032100'), rawOf(key.publicKeyMultibase)]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, hex('00ff'), publicKey, await back.sign(hex('00ff')))).toBe(true);
  });

  it('does not show its secret when printed', async () => {
    const key = await generateIssuerKey();
    const { secretKeyMultibase } = await key.exportKey();
    expect(JSON.stringify(key)).not.toContain(secretKeyMultibase);
    expect(Object.values(key)).not.toContain(secretKeyMultibase);
  });

  it('is not read from halves that do not fit, nor from other text', async () => {
    const one = await (await generateIssuerKey()).exportKey();
    const two = await (await generateIssuerKey()).exportKey();
    const { publicKeyMultibase } = one;
    await expect(importIssuerKey({ publicKeyMultibase, secretKeyMultibase: two.secretKeyMultibase })).rejects.toThrow(
      /one Ed25519 key/,
    );
    for (const secretKeyMultibase of ['', 'z', 'z123', one.publicKeyMultibase, one.secretKeyMultibase.slice(1)]) {
      await expect(importIssuerKey({ publicKeyMultibase, secretKeyMultibase })).rejects.toThrow(RangeError);
    }
  });

  it('is taken for Ed25519 by its multicodec header only, in the canonical writing only', () => {
    const raw = hex(VECTORS[0]?.publicKey ?? '');
    expect(algorithmOfMultikey(toMultibase(raw))).toBe('Ed25519');
    // ed02 still begins with z6Mk for some keys, ec01 is X25519, 8024 is P-256, 8026 is an Ed25519 secret.
    for (const header of [
      [0xed, 0x02],
      [0xed, 0x00],
      [0xec, 0x01],
      [0x80, 0x24],
      [0x80, 0x26],
    ]) {
      expect(algorithmOfMultikey(toMultibase(raw, header))).toBeUndefined();
      expect(algorithmOfMultikey(toMultibase(new Uint8Array(32), header))).toBeUndefined();
    }
    expect(algorithmOfMultikey(toMultibase(raw.subarray(1)))).toBeUndefined();
    expect(algorithmOfMultikey(`${toMultibase(raw)} `)).toBeUndefined();
  });
});

function rawOf(publicKeyMultibase: string): Uint8Array {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const number = [...publicKeyMultibase.slice(1)].reduce((sum, one) => sum * 58n + BigInt(alphabet.indexOf(one)), 0n);
  return hex(number.toString(16)).subarray(2);
}
