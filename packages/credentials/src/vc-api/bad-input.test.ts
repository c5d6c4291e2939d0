import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { at, service, unsigned } from '../../test/vc-api.ts';

vi.setConfig({ testTimeout: 60_000 });

const { api, post } = service();
const PATHS = ['/credentials/issue', '/credentials/verify', '/presentations/verify', '/credentials/status'];

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const recursive = (depth: number) => `${'{"@context":'.repeat(depth)}{}${'}'.repeat(depth)}`;
const bomb = JSON.stringify(unsigned({ '@context': ['https://www.w3.org/ns/credentials/v2', 1] })).replace(
  /1\]/,
  `${recursive(5_000)}]`,
);
const broad = unsigned({ credentialSubject: Array.from({ length: 30_000 }, (_, id) => ({ id: `urn:a:${id}` })) });

describe.each(PATHS)('POST %s answers 400 with a reason for', (path) => {
  const member =
    {
      '/credentials/issue': 'credential',
      '/credentials/verify': 'verifiableCredential',
      '/presentations/verify': 'verifiablePresentation',
    }[path] ?? 'credentialId';

  it.each([
    ['an empty body', ''],
    ['no JSON', 'credential=1'],
    ['JSON that was cut off', '{"credential": {'],
    ['null', 'null'],
    ['a list', '[{}]'],
    ['text', '"credential"'],
    ['nothing inside', '{}'],
    ['a name that stands twice', `{"${member}":{"id":"urn:a:1","id":"urn:a:2"}}`],
    ['more than 10 MB', `{"${member}":"${'x'.repeat(10_000_000)}"}`],
    ['deep nesting', `{"${member}":${nested(200_000)}}`],
    ['recursive contexts', `{"${member}":${bomb}}`],
    ['thousands of subjects', JSON.stringify({ [member]: broad })],
    ['its own __proto__', `{"${member}":{"__proto__":{"verified":true}}}`],
    ['options that are text', `{"${member}":{},"options":"all"}`],
  ])('%s', async (_, body) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'errors', 0, 'detail')).toMatch(/^[A-Z"].{8,}/);
    expect(JSON.stringify(answer.body).length).toBeLessThan(20_000);
  });

  it('bytes that are not UTF-8', async () => {
    expect((await api.handle({ method: 'POST', path, body: Uint8Array.of(0x7b, 0xff, 0x7d) })).status).toBe(400);
  });

  it('no body at all', async () => {
    expect((await api.handle({ method: 'POST', path })).status).toBe(400);
  });

  it('random JSON, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 2 }), async (value, options) => {
        const answer = await post(path, { [member]: value, options });
        expect(answer.status).toBe(400);
        expect(answer.body).toHaveProperty('errors');
      }),
      { numRuns: 50 },
    );
  });
});

it.each([
  ['GET', '/credentials/issue', 404],
  ['POST', '/', 404],
  ['POST', '/credentials', 404],
  ['POST', '/constructor', 404],
  ['POST', '/bbs-2023/credentials/issue', 404],
  ['DELETE', '/credentials/1', 405],
])('%s %s answers %i', async (method, path, status) => {
  const answer = await api.handle({ method, path, body: '{}' });
  expect(answer.status).toBe(status);
  expect(answer.body).toHaveProperty('errors');
});

it.each([
  ['an object that is no text', { toString: 1, valueOf: 1 }],
  ['a list of them', [{ toString: 1 }]],
])('an address of a status list that is %s is refused as what it is', async (_, statusListCredential) => {
  const status = { type: 'BitstringStatusListEntry', statusListIndex: '1', statusListCredential };
  const verifiableCredential = unsigned({ credentialStatus: status });
  const answer = await post('/credentials/verify', { verifiableCredential });
  expect(answer).toMatchObject({ status: 400, body: { verified: false } });
  expect(JSON.stringify(answer.body)).not.toMatch(/could not be carried out/);
  expect(await post('/credentials/status', { credentialStatus: status })).toMatchObject({
    status: 400,
    body: { errors: [{ detail: expect.stringMatching(/No entry of a status list/) }] },
  });
});

it('a key that cannot sign is answered with 400, without what it said', async () => {
  const signer = {
    verificationMethod: 'did:web:example.org#1',
    controller: 'did:web:example.org',
    algorithm: 'Ed25519' as const,
    sign: () => Promise.reject(new Error('PIN 1234 at /etc/keys')),
  };
  const answer = await service({ signers: [signer] }).post('/credentials/issue', { credential: unsigned() });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).not.toMatch(/1234|etc/);
});

it('a value that was read from JSON already is taken as well', async () => {
  const answer = await api.handle({ method: 'POST', path: '/credentials/issue?a=1', body: { credential: unsigned() } });
  expect(answer.status).toBe(201);
});
