import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anyOrigin, createHttpServer, openToAnyOrigin } from './index.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const origin = 'https://wallet.example';
let server: FastifyInstance;

beforeEach(() => {
  server = createHttpServer({
    publicUrl: 'https://certify.example.org',
    trustProxy: false,
    metricsToken: undefined,
    log,
    ready: async () => undefined,
    routes: [
      (routes, contextOf) => {
        routes.post('/api/open', { config: anyOrigin }, (request) => ({
          cookie: contextOf(request).headers.get('cookie'),
          authorization: contextOf(request).headers.get('authorization'),
        }));
        openToAnyOrigin(routes, '/api/open', 'POST');
        routes.post('/api/open/further', () => ({}));
      },
    ],
    handlers: [async () => Response.json({})],
  });
});
afterEach(() => server.close());

const ask = (url: string, { method = 'POST', headers }: Pick<InjectOptions, 'method' | 'headers'> = {}) =>
  server.inject({ method, url, headers: { origin, ...headers } });

test('a route for any origin answers pages of other sites and has no cookie of whoever looks at them', async () => {
  const headers = { cookie: 'testamur.session_token=stolen', authorization: 'DPoP abc' };
  for (const site of [origin, 'null', 'https://certify.example.org']) {
    const answer = await ask('/api/open', { headers: { ...headers, origin: site } });
    expect(answer.json()).toEqual({ cookie: null, authorization: 'DPoP abc' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  }
});

test('a browser that asks first is told what a page may send', async () => {
  const headers = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop,authorization' };
  const answer = await ask('/api/open', { method: 'OPTIONS', headers });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type, dpop',
  });
});

test('every other route refuses pages of other sites, whatever its path looks like', async () => {
  const others = ['/api/open/further', '/api/openly', '/api/other', '/api/open%2f..%2fother', '/api/other?x=/api/open'];
  for (const url of others) {
    const answer = await ask(url);
    expect(answer.json()).toMatchObject({ status: 403, code: 'platform.cross-site' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    const preflight = await ask(url, { method: 'OPTIONS' });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
  }
});
