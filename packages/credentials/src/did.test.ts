import { describe, expect, it } from 'vitest';
import { edited, type Path } from '../test/edit.ts';
import {
  didWebDocument,
  didWebOf,
  didWebUrl,
  generateIssuerKey,
  keyFromDidDocument,
  multikeyFromJwk,
} from './index.ts';

const DID = 'did:web:example.org:issuers:ala';
const [old, current] = await Promise.all([
  generateIssuerKey({ controller: DID, seed: new Uint8Array(32).fill(1) }),
  generateIssuerKey({ controller: DID, seed: new Uint8Array(32).fill(2) }),
]);
const document = didWebDocument({ did: DID, keys: [old, current] });

// The examples of the did:web method specification, 3.1 and 3.2.
it.each([
  ['https://w3c-ccg.github.io', 'did:web:w3c-ccg.github.io', 'https://w3c-ccg.github.io/.well-known/did.json'],
  [
    'https://w3c-ccg.github.io/user/alice/',
    'did:web:w3c-ccg.github.io:user:alice',
    'https://w3c-ccg.github.io/user/alice/did.json',
  ],
  [
    'https://example.com:3000/user/alice',
    'did:web:example.com%3A3000:user:alice',
    'https://example.com:3000/user/alice/did.json',
  ],
])('%s is %s, served at %s', (address, did, url) => {
  expect(didWebOf(address)).toBe(did);
  expect(didWebUrl(did)).toBe(url);
});

it.each([
  'did:key:z6Mk',
  'did:web:',
  'did:web:a.example/x',
  'did:web:a.example:..:x',
  'did:web:a.example:%2e%2E',
  'did:web:a.example#k',
  'did:web:user@a.example',
  'did:web:a.example%3A99999',
])('%s is no did:web with an address', (did) => {
  expect(() => didWebUrl(did)).toThrow(RangeError);
});

it.each([
  'example.org',
  'ftp://example.org',
  'https://example.org/?a=1',
  'https://a@example.org',
  'https://example.org/#x',
])('%s has no did:web', (address) => {
  expect(() => didWebOf(address)).toThrow(RangeError);
});

describe('a DID document', () => {
  it('holds every key that ever signed, all allowed to assert', () => {
    expect(document.id).toBe(DID);
    expect(document.assertionMethod).toEqual([old.verificationMethod, current.verificationMethod]);
    expect(keyFromDidDocument(document, old.verificationMethod)).toEqual({
      id: old.verificationMethod,
      controller: DID,
      publicKeyMultibase: old.publicKeyMultibase,
    });
  });

  it('without keys, or for what is no did:web, is not made', () => {
    expect(() => didWebDocument({ did: DID, keys: [] })).toThrow(/at least one key/);
    expect(() => didWebDocument({ did: 'did:key:z6Mk', keys: [old] })).toThrow(RangeError);
  });

  it('hands on that a key was withdrawn, also when the time cannot be read', () => {
    const revoked = didWebDocument({ did: DID, keys: [{ ...old, revoked: '2029-01-01T00:00:00Z' }] });
    expect(keyFromDidDocument(revoked, old.verificationMethod)?.revoked).toBe('2029-01-01T00:00:00Z');
    const odd = edited(document, ['verificationMethod', 0, 'revoked'], () => true);
    expect(keyFromDidDocument(odd, old.verificationMethod)?.revoked).toBe('true');
  });

  it.each([
    ['of another DID', ['id'], 'did:web:other.example'],
    ['whose key may not assert', ['assertionMethod', 0], current.verificationMethod],
    ['whose key another controls', ['verificationMethod', 0, 'controller'], 'did:web:other.example'],
    ['whose key is of another kind', ['verificationMethod', 0, 'type'], 'JsonWebKey'],
    ['whose key is not text', ['verificationMethod', 0, 'publicKeyMultibase'], 7],
    ['without keys', ['verificationMethod'], {}],
  ] as [string, Path, unknown][])('%s gives no key', (_, path, value) => {
    expect(
      keyFromDidDocument(
        edited(document, path, () => value),
        old.verificationMethod,
      ),
    ).toBeUndefined();
  });

  it('of any shape gives no key, and never throws', () => {
    for (const value of [null, 1, 'x', [], {}, { id: DID }, { id: DID, assertionMethod: [null, { id: 1 }] }]) {
      expect(keyFromDidDocument(value, old.verificationMethod)).toBeUndefined();
    }
    expect(keyFromDidDocument(document, DID)).toBeUndefined();
  });
});

describe('the keys of a DID document', () => {
  const id = `${DID}#key-1`;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const multikey = multikeyFromJwk(jwk) ?? '';
  const p256 = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';
  const withMethod = (method: object) => ({
    id: DID,
    verificationMethod: [{ id, controller: DID, ...method }],
    assertionMethod: [id],
  });

  it.each([
    ['Multikey', { type: 'Multikey', publicKeyMultibase: multikey }, multikey],
    ['Multikey of P-256', { type: 'Multikey', publicKeyMultibase: p256 }, p256],
    ['Ed25519VerificationKey2020', { type: 'Ed25519VerificationKey2020', publicKeyMultibase: multikey }, multikey],
    ['JsonWebKey', { type: 'JsonWebKey', publicKeyJwk: jwk }, multikey],
    ['JsonWebKey2020', { type: 'JsonWebKey2020', publicKeyJwk: jwk }, multikey],
  ])('are read as %s', (_, method, expected) => {
    expect(keyFromDidDocument(withMethod(method), id)?.publicKeyMultibase).toBe(expected);
  });

  it.each([
    [
      'a type that promises Ed25519 over another curve',
      { type: 'Ed25519VerificationKey2020', publicKeyMultibase: p256 },
    ],
    ['a JsonWebKey with its secret', { type: 'JsonWebKey', publicKeyJwk: { ...jwk, d: jwk.x } }],
    ['a JsonWebKey written as a Multikey', { type: 'JsonWebKey', publicKeyMultibase: multikey }],
    ['a Multikey written as a JsonWebKey', { type: 'Multikey', publicKeyJwk: jwk }],
    ['a type that is not known', { type: 'EcdsaSecp256k1VerificationKey2019', publicKeyMultibase: multikey }],
  ])('%s is none', (_, method) => {
    expect(keyFromDidDocument(withMethod(method), id)).toBeUndefined();
  });

  it('may do what the document allows them, and nothing else', () => {
    const asserts = withMethod({ type: 'Multikey', publicKeyMultibase: multikey });
    expect(keyFromDidDocument(asserts, id, 'authentication')).toBeUndefined();
    const { assertionMethod: authentication, ...rest } = asserts;
    expect(keyFromDidDocument({ ...rest, authentication }, id, 'authentication')).toMatchObject({ id });
    expect(keyFromDidDocument({ ...rest, authentication }, id)).toBeUndefined();
  });
});
