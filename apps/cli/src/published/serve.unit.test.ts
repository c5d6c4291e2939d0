import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Published, servePublished } from './serve.ts';

const list = '/api/issuers/association/status/01a206c0-7d4a-70bc-b892-8cf5a0376fbb';
let folder: string;
let served: Published;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'testamur-published-'));
  await mkdir(path.join(folder, 'published/api/issuers/association/status'), { recursive: true });
  await writeFile(path.join(folder, 'published', list), '{"id":"a list"}\n');
  await writeFile(path.join(folder, 'published/api/issuers/association/did.json'), '{"id":"did:web:x"}\n');
  await writeFile(path.join(folder, 'published', `${list}.half`), 'half');
  await writeFile(path.join(folder, 'secret'), 'a secret');
  await symlink(path.join(folder, 'secret'), path.join(folder, 'published/secret'));
  served = await servePublished(path.join(folder, 'published'), '127.0.0.1', 0);
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

describe('what is published', () => {
  test('is served at the path of its address, to pages of any origin, to be kept for a minute', async () => {
    const answer = await fetch(`${served.url}${list}`);
    expect([answer.status, await answer.json()]).toEqual([200, { id: 'a list' }]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vc',
      'cache-control': 'public, max-age=60',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"/),
    });
    const document = await fetch(`${served.url}/api/issuers/association/did.json`);
    expect(document.headers.get('content-type')).toBe('application/did+json');
  });

  test('is not sent again to whoever has it', async () => {
    const tag = (await fetch(`${served.url}${list}`)).headers.get('etag') ?? '';
    const again = await fetch(`${served.url}${list}`, { headers: { 'if-none-match': `W/${tag}, "other"` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('nothing else', () => {
  test.each([
    '/',
    '/secret',
    '/api/issuers/association/status',
    `${list}.half`,
    '/api/issuers/../../../secret',
    '/api/issuers/..%2f..%2f..%2fsecret/did.json',
    '/api/issuers/association/status/../../../../../secret',
    '/api/issuers/other/did.json',
  ])('is found at %s', async (address) => {
    expect((await fetch(`${served.url}${address}`)).status).toBe(404);
  });

  test('is done than to read', async () => {
    const answer = await fetch(`${served.url}${list}`, { method: 'PUT', body: 'another' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('is served from a folder that is not there', async () => {
    await expect(servePublished(path.join(folder, 'absent'), '127.0.0.1', 0)).rejects.toThrow('no folder');
  });
});
