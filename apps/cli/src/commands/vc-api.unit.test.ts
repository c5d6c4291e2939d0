import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../shell/run.ts';
import { testamur } from '../testing/run-command.ts';
import { commands } from './index.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: unknown;
}

const ask = (address: string, body?: string | Uint8Array): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const send = address.startsWith('https:') ? httpsRequest : httpRequest;
    const sent = send(
      address,
      {
        method: body === undefined ? 'GET' : 'POST',
        rejectUnauthorized: false,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const { statusCode: status = 0, headers } = response;
          resolve({ status, type: headers['content-type'], body: text === '' ? undefined : JSON.parse(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((found, step) => Reflect.get(Object(found), step), value);

const seed = '00112233445566778899aabbccddeeff';

/** Runs the command as a shell would, until it is ended by a signal. */
const start = async (...args: string[]) => {
  const out: string[] = [];
  const told = Promise.withResolvers<void>();
  const code = run(commands, '1.2.3', ['vc-api', ...args], {
    out: (line) => {
      out.push(line);
      told.resolve();
    },
    err: () => undefined,
    env: {},
    color: { out: false, err: false },
  });
  await Promise.race([told.promise, code]);
  return { out, code };
};

describe.each([
  ['over HTTP', []],
  ['over TLS', ['--tls-self-signed']],
])('%s', (_, options) => {
  let started: Awaited<ReturnType<typeof start>>;
  let url: string;
  beforeAll(async () => {
    started = await start('--port', '0', '--seed', seed, '--json', ...options);
    url = String(at(JSON.parse(started.out[0] ?? '{}'), 'url'));
  });
  afterAll(async () => {
    process.emit('SIGTERM');
    expect(await started.code).toBe(0);
    await expect(ask(`${url}/`)).rejects.toThrow();
  });

  const post = (path: string, body: unknown) =>
    ask(`${url}${path}`, typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential'],
    issuer: 'did:example:issuer',
    credentialSubject: { id: 'did:example:alice' },
  };

  it('issues, verifies, revokes, and serves the list at the address that the credential names', async () => {
    const issued = await post('/credentials/issue', { credential: unsigned, options: {} });
    expect(issued.status).toBe(201);
    const credential = at(issued.body, 'verifiableCredential');
    const body = { verifiableCredential: credential, options: { checks: ['proof'] } };
    expect(await post('/credentials/verify', body)).toMatchObject({
      status: 200,
      body: { verified: true, errors: [] },
    });
    const list = await ask(String(at(credential, 'credentialStatus', 'statusListCredential')));
    expect(list).toMatchObject({
      status: 200,
      type: 'application/ld+json',
      body: { issuer: at(credential, 'issuer') },
    });
    expect((await post('/credentials/status', { credentialId: unsigned.id })).status).toBe(200);
    expect(await post('/credentials/verify', body)).toMatchObject({ status: 400, body: { verified: false } });
  });

  it('signs with the key that a seed makes, of either kind', async () => {
    const { body } = await ask(`${url}/`);
    const suite = await post('/ecdsa-rdfc-2019/credentials/issue', { credential: unsigned });
    expect(at(suite.body, 'verifiableCredential', 'issuer')).toBe(at(body, 'keys', 1, 'id'));
    expect(at(JSON.parse(started.out[0] ?? ''), 'keys')).toMatchObject([
      { algorithm: 'Ed25519', did: at(body, 'keys', 0, 'id') },
      { algorithm: 'P-256', did: at(body, 'keys', 1, 'id') },
    ]);
  });

  it.each([
    ['no JSON', 'credential'],
    ['a list', '[]'],
    ['no credential', '{}'],
    ['more than it reads', `{"credential":"${'x'.repeat(12_000_000)}"}`],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
  ])('answers 400 with a reason for %s', async (_name, body) => {
    const answer = await post('/credentials/issue', body).catch((error: NodeJS.ErrnoException) => error.code);
    // A sender that is still writing may see the end of the connection before it sees the answer.
    if (typeof answer === 'string') expect(answer).toMatch(/EPIPE|ECONNRESET/);
    else expect(answer).toMatchObject({ status: 400, body: { errors: [{ detail: expect.any(String) }] } });
  });

  it('has nothing elsewhere', async () => {
    expect((await ask(`${url}/etc/passwd`)).status).toBe(404);
  });
});

it('writes where it is and who it is', async () => {
  const { out, code } = await start('--seed', seed);
  process.emit('SIGINT');
  expect(await code).toBe(0);
  expect(out[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(out[1]).toMatch(/^Ed25519 {2}did:key:z6Mk/);
  expect(out[2]).toMatch(/^P-256 {4}did:key:zDna/);
});

it.each([
  [['--port', 'x'], /--port takes a number/],
  [['--port', '70000'], /--port takes a number/],
  [['--seed', 'abc'], /--seed takes 16 to 64 bytes/],
  [['--base-url', 'issuer.example'], /--base-url takes an http/],
  [['--host', '203.0.113.1'], /cannot be listened on/],
])('%j is refused', async (args, message) => {
  const { code, err } = await testamur(['vc-api', ...args]);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
