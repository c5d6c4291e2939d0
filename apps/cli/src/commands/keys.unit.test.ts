import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';

const keyId = '0190a5c8-7a6b-7000-8000-000000000001';
const list = {
  did: 'did:web:example.org:api:issuers:association',
  documentUrl: 'https://example.org/api/issuers/association/did.json',
  provider: 'sealed',
  waitMinutes: 60,
  rotationRequest: {
    requestedBy: 'Alex Admin',
    requestedById: 'x',
    requestedAt: '2027-03-01T09:00:00.000Z',
    reason: 'Yearly rotation',
    algorithm: 'Ed25519',
    fingerprint: '1A2B-3C4D-5E6F-7081',
  },
  keys: [
    {
      id: keyId,
      fingerprint: '1A2B-3C4D-5E6F-7081',
      publicKeyMultibase: 'z6Mk',
      algorithm: 'Ed25519',
      provider: 'pkcs11',
      place: 'token testamur',
      state: 'current',
      createdAt: '2026-03-01T09:00:00.000Z',
      activatesAt: '2026-03-01T10:00:00.000Z',
    },
  ],
};
const env = { TESTAMUR_EMAIL: 'alex@example.org', TESTAMUR_PASSWORD: 'a password' };

type Answer = readonly [status: number, body: object, cookie?: string];

/** An installation that answers what it is given, and keeps what it was asked. */
const installation = async (answers: Readonly<Record<string, Answer>>) => {
  const asked: { readonly path: string; readonly body: string; readonly cookie: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const path = String(request.url);
    asked.push({ path, body: Buffer.concat(parts).toString('utf8'), cookie: request.headers.cookie });
    const [status, body, cookie] = answers[path] ?? [404, { code: 'platform.not-found', detail: 'Nothing is here.' }];
    response.writeHead(status, {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      ...(cookie === undefined ? {} : { 'set-cookie': `${cookie}; Path=/; HttpOnly` }),
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
};

const signedIn: Answer = [200, { state: 'signed-in', token: 'token' }];
const keysPath = '/api/organizations/association/issuer-keys';
const where = (url: string) => ['--org', 'association', '--url', url];

describe('keys list', () => {
  test('says what each key may do, where it lies, and what waits for a second person', async () => {
    const { url } = await installation({ '/api/sign-in': signedIn, [keysPath]: [200, list] });
    const { code, out } = await testamur(['keys', 'list', ...where(url)], env);
    expect(code).toBe(0);
    expect(out.split('\n').slice(2)).toEqual([
      '  1A2B-3C4D-5E6F-7081  signs now  since 2026-03-01 10:00 UTC  Ed25519  token testamur',
      'Alex Admin asked for a new key: Yearly rotation',
    ]);
    const json = await testamur(['keys', 'list', ...where(url), '--json'], env);
    expect(JSON.parse(json.out)).toEqual(list);
  });

  test('asks who you are, and takes no password as an option', async () => {
    const { code, err } = await testamur(['keys', 'list', '--org', 'association']);
    expect([code, err]).toEqual([2, expect.stringContaining('Set TESTAMUR_EMAIL and TESTAMUR_PASSWORD')]);
    expect((await testamur(['keys', 'list', '--org', 'x', '--password', 'y'], env)).code).toBe(2);
  });

  test('signs in with the code of an authenticator app where the account has one', async () => {
    const needed: Answer = [200, { state: 'second-factor-needed' }, 'challenge=abc'];
    const { url, asked } = await installation({
      '/api/sign-in': needed,
      '/api/sign-in/second-factor': signedIn,
      [keysPath]: [200, list],
    });
    const without = await testamur(['keys', 'list', ...where(url)], env);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('give its code as --code')]);
    expect((await testamur(['keys', 'list', ...where(url), '--code', '123456'], env)).code).toBe(0);
    expect(asked.find(({ path }) => path.endsWith('second-factor'))).toMatchObject({
      cookie: 'challenge=abc',
      body: '{"code":"123456"}',
    });
  });
});

describe('keys rotate', () => {
  const answers = {
    '/api/sign-in': signedIn,
    [keysPath]: [200, list],
    [`${keysPath}/rotation`]: [200, { ok: true }],
    [`${keysPath}/rotation/confirm`]: [200, { ok: true }],
  } as const satisfies Record<string, Answer>;

  test('needs a reason where it asks, and none where it answers', async () => {
    const { url, asked } = await installation(answers);
    const command = ['keys', 'rotate', '1a2b 3c4d 5e6f 7081', ...where(url)];
    expect((await testamur(command, env)).err).toContain('--reason is missing');
    expect((await testamur([...command, '--confirm', '--reason', 'x'], env)).code).toBe(2);
    expect((await testamur([...command, '--confirm', '--turn-down'], env)).code).toBe(2);
    expect(asked).toEqual([]);
    const { code, err } = await testamur([...command, '--reason', 'Yearly', '--algorithm', 'P-256'], env);
    expect([code, err]).toEqual([0, expect.stringContaining('A second person has to confirm it')]);
    expect(JSON.parse(asked.at(-1)?.body ?? '')).toEqual({
      fingerprint: '1a2b 3c4d 5e6f 7081',
      algorithm: 'P-256',
      reason: 'Yearly',
    });
  });

  test('the second person answers about the key that is named, and no other', async () => {
    const { url, asked } = await installation(answers);
    const other = await testamur(['keys', 'rotate', 'FFFF', '--confirm', ...where(url)], env);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('in the place of 1A2B-3C4D-5E6F-7081')]);
    expect(asked.some(({ path }) => path.endsWith('/confirm'))).toBe(false);
    await testamur(['keys', 'rotate', '1A2B-3C4D-5E6F-7081', '--turn-down', ...where(url)], env);
    expect(asked.find(({ path }) => path.endsWith('/confirm'))?.body).toBe('{"confirm":false}');
  });
});

describe('keys compromise', () => {
  test('a key that is none of theirs is told, and a refusal keeps its words and its code', async () => {
    const refused = { code: 'issuers.second-person-needed', detail: 'You asked for this yourself.', status: 403 };
    const { url } = await installation({
      '/api/sign-in': signedIn,
      [keysPath]: [200, list],
      [`${keysPath}/${keyId}/compromise/confirm`]: [403, refused],
    });
    const unknown = await testamur(['keys', 'compromise', 'FFFF', '--confirm', ...where(url)], env);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('association has no key FFFF')]);
    const own = await testamur(['keys', 'compromise', '1A2B3C4D5E6F7081', '--confirm', ...where(url)], env);
    expect(own.code).toBe(1);
    expect(own.err).toBe('Refused: You asked for this yourself. (issuers.second-person-needed)');
  });
});
