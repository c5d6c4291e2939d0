import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { credentialWith, issued } from '../../test/conformance.ts';
import { CREDENTIALS_CONTEXT, DATA_INTEGRITY_CONTEXT, OPEN_BADGES_CONTEXT } from '../contexts.ts';
import { verifyCredential } from '../index.ts';
import { screenDocument } from '../json.ts';
import { checkStructure } from '../structure.ts';

const BYTES = new TextEncoder().encode('the handbook');
const URL = 'https://example.org/handbook';
const hash = (algorithm: string) => createHash(algorithm).update(BYTES).digest();
const multihash = (code: number, algorithm: string) => {
  const digest = hash(algorithm);
  return `u${Buffer.from([code, digest.length, ...digest]).toString('base64url')}`;
};

function check(relatedResource: object, bytes: Uint8Array | null = BYTES) {
  const screened = screenDocument(credentialWith({ relatedResource }));
  if (!screened.ok) {
    throw new Error(screened.problem);
  }
  const resources = bytes === null ? new Map() : new Map([[URL, bytes]]);
  return checkStructure(screened.document, { relatedResources: resources });
}

describe('a digest that fits the bytes', () => {
  it.each([
    ['sha256', { digestSRI: `sha256-${hash('sha256').toString('base64')}` }],
    ['sha384', { digestSRI: `sha384-${hash('sha384').toString('base64')}` }],
    ['sha512', { digestSRI: `sha512-${hash('sha512').toString('base64')}` }],
    ['a multihash of SHA-256', { digestMultibase: multihash(0x12, 'sha256') }],
    ['a multihash of SHA-384', { digestMultibase: multihash(0x20, 'sha384') }],
    ['a multihash of SHA-512', { digestMultibase: multihash(0x13, 'sha512') }],
    ['multibase alone', { digestMultibase: `u${hash('sha256').toString('base64url')}` }],
  ])('may be %s, and fits no other bytes', (_, digest) => {
    expect(check({ id: URL, ...digest }).result).toBe('passed');
    expect(check({ id: URL, ...digest }, new Uint8Array(3)).detail).toMatch(/another document than the one/);
  });
});

it.each([
  ['MD5', { digestSRI: `md5-${hash('md5').toString('base64')}` }],
  ['another multibase', { digestMultibase: `f${hash('sha256').toString('hex')}` }],
  ['a number', { digestMultibase: 5 }],
])('%s is no digest', (_, digest) => {
  expect(check({ id: URL, ...digest }).detail).toMatch(/is no digest of SHA-256/);
});

it.each([
  ['cut short', `sha256-${hash('sha256').toString('base64').slice(4)}`],
  ['under the name of another hash', `sha512-${hash('sha256').toString('base64')}`],
  ['in hexadecimal', `sha256-${hash('sha256').toString('hex')}`],
])('a digest %s fits no bytes; where those were not read it is left open, as the grammar takes it', (_, digestSRI) => {
  expect(check({ id: URL, digestSRI }).detail).toMatch(/another document than the one/);
  expect(check({ id: URL, digestSRI }, null).detail).toMatch(/which were not read/);
});

it('both digests must fit where both are given', () => {
  const digestMultibase = multihash(0x12, 'sha256');
  const digestSRI = `sha256-${createHash('sha256').update('other').digest('base64')}`;
  expect(check({ id: URL, digestMultibase, digestSRI }).result).toBe('failed');
});

it('a resource that was not read leaves the credential as it is, and the report says so', () => {
  const report = check({ id: URL, digestMultibase: multihash(0x12, 'sha256') }, null);
  expect(report.result).toBe('passed');
  expect(report.detail).toMatch(/refers to 1 other document\(s\), which were not read/);
});

it.each([
  [CREDENTIALS_CONTEXT, 'credentials-v2.json'],
  [DATA_INTEGRITY_CONTEXT, 'data-integrity-v2.json'],
  [OPEN_BADGES_CONTEXT, 'open-badges-3.0.3.json'],
])('the digests of %s are known without its bytes, and are those of the bundled file', (id, file) => {
  const bytes = readFileSync(new globalThis.URL(`../contexts/${file}`, import.meta.url));
  for (const algorithm of ['sha256', 'sha384', 'sha512']) {
    const digest = createHash(algorithm).update(bytes).digest('base64');
    expect(check({ id, digestSRI: `${algorithm}-${digest}` }).result).toBe('passed');
    expect(
      check({ id, digestSRI: `${algorithm}-${digest.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))}` }).result,
    ).toBe('failed');
  }
});

it('verification compares the bytes that the verifier has read', async () => {
  const credential = await issued({ relatedResource: [{ id: URL, digestMultibase: multihash(0x12, 'sha256') }] });
  const verify = (bytes: Uint8Array) =>
    verifyCredential({
      credential,
      at: '2026-06-01T00:00:00Z',
      profile: 'data-model',
      relatedResources: new Map([[URL, bytes]]),
    });
  expect((await verify(BYTES)).verified).toBe(true);
  expect((await verify(new Uint8Array(1))).verified).toBe(false);
});
