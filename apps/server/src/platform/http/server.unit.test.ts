import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { createHttpServer, type HttpOptions } from './server.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const running: FastifyInstance[] = [];

const serverWith = (options: Partial<HttpOptions> = {}): FastifyInstance => {
  const server = createHttpServer({
    publicUrl: 'https://certify.example.org',
    trustProxy: false,
    metricsToken: undefined,
    log,
    ready: async () => undefined,
    routes: [],
    handlers: [async (request, context) => Response.json({ url: request.url, ip: context.ip, id: context.requestId })],
    ...options,
  });
  running.push(server);
  return server;
};

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const post = (server: FastifyInstance, headers: Record<string, string>) =>
  server.inject({ method: 'POST', url: '/api/sign-in', headers, payload: '{}' });

test('a form of the installation itself passes behind a proxy that puts its own host name', async () => {
  const server = serverWith();
  const headers = { origin: 'https://certify.example.org', host: 'backend:3000', cookie: 'a=b' };
  expect((await post(server, headers)).statusCode).toBe(200);
});

test('behind TLS the handlers see the public host name, whatever a proxy puts there', async () => {
  const handlers: HttpOptions['handlers'] = [async ({ headers }) => Response.json({ host: headers.get('host') })];
  const hostSeen = async (publicUrl: string) =>
    (await serverWith({ publicUrl, handlers }).inject({ url: '/', headers: { host: 'backend:3000' } })).json();
  expect(await hostSeen('https://certify.example.org')).toEqual({ host: 'certify.example.org' });
  expect(await hostSeen('http://localhost:3000')).toEqual({ host: 'backend:3000' });
});

test('an answer that says nothing of caches is kept by none that is shared', async () => {
  const handlers: HttpOptions['handlers'] = [
    async (request) =>
      new URL(request.url).pathname === '/public'
        ? new Response('', { headers: { 'cache-control': 'public, max-age=60' } })
        : new Response(''),
  ];
  const server = serverWith({ handlers });
  const kept = async (url: string) => (await server.inject({ url })).headers['cache-control'];
  expect(await kept('/me')).toBe('private, no-cache');
  expect(await kept('/public')).toBe('public, max-age=60');
});

test('a page of another site cannot send a request, with cookies or, as for signing in, without', async () => {
  const server = serverWith();
  const host = 'certify.example.org';
  for (const origin of ['https://evil.example', 'null', 'http://certify.example.org']) {
    expect((await post(server, { origin, host, cookie: 'a=b' })).json()).toMatchObject({ code: 'platform.cross-site' });
    expect((await post(server, { origin, host })).statusCode).toBe(403);
  }
  expect((await post(server, { host })).statusCode).toBe(200);
});

test('without https, an installation that is reached by another of its names works by that name', async () => {
  const server = serverWith({ publicUrl: 'http://localhost:3000' });
  expect((await post(server, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).statusCode).toBe(200);
  expect((await post(server, { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' })).statusCode).toBe(403);
});

test('what a path says never becomes the host of a request', async () => {
  const server = serverWith();
  const answer = await server.inject({ method: 'GET', url: '//evil.example/me' });
  expect(answer.json().url).toBe('https://certify.example.org/evil.example/me');
  expect((await server.inject({ method: 'GET', url: '//' })).statusCode).toBe(200);
});

test('nor does a whole address in the request line', async () => {
  const answer = await ask(
    serverWith(),
    'GET http://evil.example/me?a=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toContain('{"url":"https://certify.example.org/me?a=1"');
});

/** The status line of an answer to a request as it stands. */
const ask = async (server: FastifyInstance, request: string): Promise<string> => {
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return new Promise((resolve, reject) => {
    const socket = connect(address.port, '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
};

test('TRACE is refused and is no error of ours', async () => {
  const errors: unknown[] = [];
  const server = serverWith({ log: { ...log, error: (...what: unknown[]) => void errors.push(what) } });
  expect(await ask(server, 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[45]/);
  expect(errors).toEqual([]);
});

test('a body that grows too large while it comes is refused as too large', async () => {
  const handlers: HttpOptions['handlers'] = [async (request) => Response.json((await request.text()).length)];
  const server = serverWith({ handlers });
  const chunk = `${(1_000_000).toString(16)}\r\n${'x'.repeat(1_000_000)}\r\n`;
  const head = 'POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
  expect(await ask(server, `${head}${chunk.repeat(12)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413/);
});

test('a person whose form is too large reads a page; a program gets a problem', async () => {
  const send = (accept: string) =>
    serverWith().inject({ method: 'POST', url: '/x', headers: { accept, 'content-length': '12000000' }, payload: '' });
  const page = await send('text/html,application/xhtml+xml');
  expect(page.statusCode).toBe(413);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('More than 11 MB cannot be sent at once.');
  expect((await send('*/*')).json()).toMatchObject({ status: 413, code: 'platform.too-large' });
});

test('metrics answer this machine alone, and not what a proxy on it passes on', async () => {
  const server = serverWith({ trustProxy: true });
  const status = async (headers: Record<string, string>) =>
    (await server.inject({ method: 'GET', url: '/metrics', headers })).statusCode;
  expect(await status({})).toBe(200);
  expect(await status({ 'x-forwarded-for': '127.0.0.1' })).toBe(403);
  expect(await status({ 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })).toBe(403);
  expect(await status({ forwarded: 'for=203.0.113.9' })).toBe(403);
});

test('metrics with a token ask for that token', async () => {
  const server = serverWith({ metricsToken: 'a long random text' });
  const status = async (authorization?: string) =>
    (await server.inject({ method: 'GET', url: '/metrics', headers: authorization ? { authorization } : {} }))
      .statusCode;
  expect(await status()).toBe(403);
  expect(await status('Bearer a long random tex')).toBe(403);
  expect(await status('Bearer a long random text')).toBe(200);
});

test('behind a proxy, the address of the client is the one that the proxy saw', async () => {
  const server = serverWith({ trustProxy: true });
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
  expect((await server.inject({ method: 'GET', url: '/', headers })).json().ip).toBe('203.0.113.9');
});

test('a request id is taken over from a proxy of our own alone', async () => {
  const headers = { 'x-request-id': 'chosen-by-a-stranger' };
  const idOf = async (server: FastifyInstance) =>
    (await server.inject({ method: 'GET', url: '/', headers })).json().id as string;
  expect(await idOf(serverWith())).not.toBe('chosen-by-a-stranger');
  expect(await idOf(serverWith({ trustProxy: true }))).toBe('chosen-by-a-stranger');
});

test('a server that is not ready logs why and does not tell strangers', async () => {
  const errors: unknown[] = [];
  const server = serverWith({
    log: { ...log, warn: (...what: unknown[]) => void errors.push(what) },
    ready: async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
    },
  });
  const answer = await server.inject({ method: 'GET', url: '/health/ready' });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).not.toContain('10.0.0.5');
  expect(errors).toHaveLength(1);
});

test('the log of requests holds no token that stands in a path', async () => {
  const paths: unknown[] = [];
  const server = serverWith({ log: { ...log, debug: (fields: unknown) => void paths.push(fields) } });
  const token = 'abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq';
  await server.inject({ method: 'GET', url: `/api/invitations/${token}?x=1` });
  expect(JSON.stringify(paths)).not.toContain(token);
  expect(JSON.stringify(paths)).toContain('/api/invitations/');
});
