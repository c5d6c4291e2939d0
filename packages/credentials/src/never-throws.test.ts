import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { edited, pathsOf } from '../test/edit.ts';
import { issueSample, listsWith, resolveKey, WITHIN } from '../test/sample.ts';
import { isHeldBy, statusListUrls, verifyCredential, verifyPresentation } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const signed = await issueSample();
const statusLists = await listsWith();

async function reportOn(credential: unknown) {
  const report = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
  expect(report.checks).toHaveLength(6);
  const broad = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey, profile: 'data-model' });
  expect(broad.checks).toHaveLength(6);
  const presented = await verifyPresentation({ presentation: credential, at: WITHIN, resolveKey });
  expect(presented).toMatchObject({ verified: false });
  expect(presented.checks).toHaveLength(6);
  statusListUrls(credential);
  isHeldBy(credential, 'a@example.org');
  return report;
}

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) {
    value = level % 2 === 0 ? [value] : { credentialSubject: value };
  }
  return { '@context': [], value };
}

function cycle(): unknown {
  const value: { id: string; credentialSubject?: unknown } = { id: 'urn:x:1' };
  value.credentialSubject = [value, value];
  return value;
}

const hostile: readonly [string, unknown][] = [
  ['a cycle', cycle()],
  ['depth', nested(100_000)],
  ['breadth', { list: Array.from({ length: 100_000 }, () => 1) }],
  ['an array with a huge length', { list: new Array(4_000_000_000) }],
  ['own __proto__', JSON.parse('{"__proto__":{"verified":true},"constructor":{"prototype":{"x":1}}}')],
  ['names of Object.prototype', { constructor: 'x', toString: 'y', valueOf: 'z', hasOwnProperty: 1 }],
  [
    'an accessor',
    {
      get id() {
        throw new Error('read');
      },
    },
  ],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('trap');
        },
      },
    ),
  ],
  ['values that are not JSON', { a: undefined, b: () => 1, c: Symbol('s'), d: 1n, e: Number.NaN }],
  ['objects that are not plain', { at: new Date(), map: new Map(), bytes: new Uint8Array(3) }],
  ['long text', { name: 'x'.repeat(5_000_000) }],
  ['no object', 'credential'],
];

describe('any value in, a report out', () => {
  it.each(hostile)('%s', async (_, credential) => {
    expect((await reportOn(credential)).verified).toBe(false);
  });

  it('random JSON is never verified', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (value) => {
        expect((await reportOn(value)).verified).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('random values of every kind are never verified', async () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        expect((await reportOn(value)).verified).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('a credential with random JSON in any place is verified only when that changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pathsOf(signed)), fc.jsonValue({ maxDepth: 3 }), async (path, value) => {
        const credential = edited(signed, path, () => value);
        expect((await reportOn(credential)).verified).toBe(isDeepStrictEqual(credential, signed));
      }),
      { numRuns: 300 },
    );
  });

  it('a status list of random JSON leaves the status open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const lists = new Map([...statusLists.keys()].map((url) => [url, value]));
        const report = await verifyCredential({ credential: signed, at: WITHIN, statusLists: lists, resolveKey });
        expect(report.checks.at(-1)).toMatchObject({ id: 'status', result: 'could-not-check' });
      }),
      { numRuns: 100 },
    );
  });
});
