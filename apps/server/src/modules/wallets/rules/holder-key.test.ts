import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { didOfHolder, keyOfDid, keyOfJwk } from './holder-key.ts';

// RFC 8037, A.3: a key and its thumbprint.
const rfc8037 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const did = (jwk: object) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;

test('a key is known by its thumbprint, however it is named', () => {
  const key = keyOfJwk(rfc8037);
  expect(key?.thumbprint).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  expect(keyOfDid(`did:key:${key?.multikey}#${key?.multikey}`)?.thumbprint).toBe(key?.thumbprint);
  expect(keyOfDid(`${did(rfc8037)}#0`)?.thumbprint).toBe(key?.thumbprint);
});

test('a wallet that named a DID is named by it, another by the DID that its key is', () => {
  const key = keyOfJwk(rfc8037);
  const named = keyOfDid(`${did(rfc8037)}#0`);
  if (!key || !named) throw new Error('Both are keys.');
  expect(didOfHolder(named, 'did:key')).toBe(did(rfc8037));
  expect(didOfHolder(key, 'did:key')).toBe(`did:key:${key.multikey}`);
  expect(keyOfDid(didOfHolder(key, 'did:jwk'))?.multikey).toBe(key.multikey);
});

describe('no key of a wallet is', () => {
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  test.each([
    ['one of another curve', p384],
    ['one of RSA', rsa],
    ['one with its private half', { ...rfc8037, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }],
    ['one that is for encryption', { ...rfc8037, use: 'enc' }],
    ['a text', 'key'],
  ])('%s', (_what, jwk) => expect(keyOfJwk(jwk)).toBeUndefined());

  const multikey = keyOfJwk(rfc8037)?.multikey;
  test.each([
    ['a DID that has to be fetched', 'did:web:example.org#key'],
    ['a DID with the fragment of another key', `did:key:${multikey}#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK`],
    ['a did:jwk that is no JSON', 'did:jwk:AAAA#0'],
    ['a did:jwk with a second key', `${did(rfc8037)}#1`],
    ['an address', 'https://example.org/key'],
  ])('%s', (_what, url) => expect(keyOfDid(url)).toBeUndefined());
});
