import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../shell/errors.ts';
import { type Preview, servePreview } from './serve.ts';

const shown = { name: 'a b.zip', bytes: new Uint8Array([80, 75, 1]) };
let parent: string;
let preview: Preview;

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'testamur-preview-'));
  const folder = path.join(parent, 'site');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  const facts = {
    nonce: '__NONCE__',
    contentSecurityPolicy: "script-src 'nonce-__NONCE__'",
    sandbox: {
      path: '/player/pci-host',
      headers: { 'content-security-policy': 'sandbox' },
      document: '<p>Sandbox</p>',
    },
  };
  await writeFile(path.join(parent, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'site.json'), JSON.stringify(facts));
  await writeFile(path.join(folder, 'index.html'), '<script nonce="__NONCE__"></script>');
  await writeFile(path.join(folder, 'assets', 'a.js'), 'export {};');
  preview = await servePreview(folder, shown, 0);
});
afterAll(async () => {
  await preview.close();
  await rm(parent, { recursive: true, force: true });
});

interface Asked {
  readonly method?: string;
  readonly host?: string;
}

/** As it is written: fetch would tidy up a path and its own Host header first. */
const ask = (at: string, { method = 'GET', host }: Asked = {}) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const { port } = new URL(preview.url);
    const headers = host === undefined ? {} : { host };
    request({ host: '127.0.0.1', port, path: at, method, headers }, (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

describe('the preview', () => {
  it('gives each page a nonce of its own, the same as its policy', async () => {
    const [one, other] = [await ask('/'), await ask('/?item=3')];
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1];
    expect(one.headers['content-security-policy']).toBe(`script-src 'nonce-${nonce}'`);
    expect(other.status).toBe(200);
    expect(other.body).not.toBe(one.body);
  });

  it('serves the package, its name, the sandbox and the files of the site', async () => {
    const { headers, body } = await ask('/package');
    expect([headers['x-package-name'], body]).toEqual(['a%20b.zip', 'PK\u0001']);
    expect(await ask('/player/pci-host')).toMatchObject({
      body: '<p>Sandbox</p>',
      headers: { 'content-security-policy': 'sandbox' },
    });
    expect((await ask('/assets/a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/site.json',
    '/nothing',
  ])('has nothing at %s', async (at) => {
    expect(await ask(at)).toMatchObject({ status: 404 });
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example'])(
    'turns away whoever comes by the name "%s"',
    async (host) => {
      expect(await ask('/package', { host })).toMatchObject({ status: 421 });
    },
  );

  it('can only be read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await ask('/package', { method })).toMatchObject({ status: 405 });
    }
    expect(await ask('/package', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(preview.url).port);
    await expect(servePreview(path.join(parent, 'site'), shown, port)).rejects.toThrow(`Port ${port} is taken`);
  });

  it('says how to build the site where it is missing', async () => {
    await expect(servePreview(parent, shown, 0)).rejects.toBeInstanceOf(CommandError);
  });
});
