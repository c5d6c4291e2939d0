import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A real server, and a fetch that may reach it though it is on this machine. */
const serve = async (answer: RequestListener, options: GuardedFetchOptions = {}) => {
  const asked: string[] = [];
  const headers: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    headers.push(request.headers);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return { host, asked, headers, fetch: createGuardedFetch({ allowHosts: [host], ...options }) };
};

const json =
  (body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };

const reasonOf = async (fetching: Promise<{ ok: boolean; reason?: string }>) => {
  const { ok, reason } = await fetching;
  return ok ? 'read' : reason;
};

describe('an address that a stranger chose', () => {
  test('is asked by HTTPS alone, without a name or password in it, at a port of the web', async () => {
    const { read } = createGuardedFetch({ lookUp: async () => [{ address: '127.0.0.1', family: 4 }] });
    for (const address of [
      'http://issuer.example/did.json',
      'file:///etc/passwd',
      'https://me:secret@issuer.example/did.json',
      'https://issuer.example:22/did.json',
      'no address',
    ]) {
      expect(await reasonOf(read(address, 'as-told')), address).toBe('not-allowed');
    }
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.100.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
  ])('is not asked at %s, whether it is written so or a name means it', async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const family = address.includes(':') ? 6 : 4;
    const named = createGuardedFetch({
      lookUp: async () => [
        { address: '8.8.8.8', family: 4 },
        { address, family },
      ],
    });
    expect(await reasonOf(named.read('https://issuer.example/', 'as-told'))).toBe('not-allowed');
    const literal = family === 6 ? `[${address}]` : address;
    expect(await reasonOf(createGuardedFetch().read(`https://${literal}/`, 'as-told'))).toBe('not-allowed');
  });

  test.each(['0x7f.1', '2130706433', '017700000001', '127.1'])(
    'is not asked at %s, another way to write this machine',
    async (host) => {
      expect(await reasonOf(createGuardedFetch().read(`https://${host}/`, 'as-told'))).toBe('not-allowed');
    },
  );

  test('may be any public one', () => {
    for (const address of ['8.8.8.8', '172.32.0.1', '2a00:1450:4001::1', '2606:4700::1111']) {
      expect(isPublicAddress(address), address).toBe(true);
    }
    expect(isPublicAddress('issuer.example')).toBe(false);
  });

  test('whose name nobody knows could not be reached', async () => {
    const lost = createGuardedFetch({ lookUp: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await lost.read('https://issuer.example/', 'as-told')).toEqual({
      ok: false,
      reason: 'unreachable',
      message: 'We could not reach issuer.example.',
    });
  });
});

describe('an answer', () => {
  test('is read, and nothing of ours went along', async () => {
    const { host, fetch, headers } = await serve(json('{"id":1}'));
    expect(await fetch.read(`https://${host}/did.json`, 'as-told')).toEqual({ ok: true, text: '{"id":1}' });
    const [sent] = headers;
    expect(Object.keys(sent as object)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(Object.keys(sent as object)).not.toEqual(expect.arrayContaining(['referer']));
  });

  test('that leads elsewhere is not followed', async () => {
    const { host, fetch, asked } = await serve((_request, response) => {
      response.writeHead(302, { location: '/secret' }).end();
    });
    expect(await reasonOf(fetch.read(`https://${host}/`, 'as-told'))).toBe('redirected');
    expect(asked).toEqual(['/']);
  });

  test('that is larger than the limit is dropped, whether it says so or only goes on', async () => {
    const told = await serve(json('x'.repeat(2000)), { maxBytes: 1000 });
    expect(await reasonOf(told.fetch.read(`https://${told.host}/`, 'as-told'))).toBe('too-large');
    const endless = await serve(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => response.write('x'.repeat(100)) && setImmediate(more);
        response.on('drain', more);
        response.on('error', () => undefined);
        more();
      },
      { maxBytes: 1000 },
    );
    expect(await reasonOf(endless.fetch.read(`https://${endless.host}/`, 'as-told'))).toBe('too-large');
  });

  test.each([
    ['text/html', {}],
    ['application/octet-stream', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('of the type %s %j is not read', async (type, more) => {
    const { host, fetch } = await serve(json('{}', { 'content-type': type, ...more }));
    expect(await reasonOf(fetch.read(`https://${host}/`, 'as-told'))).toBe('not-json');
  });

  test.each(['application/did+json', 'application/vc+ld+json; charset=utf-8', 'application/vc'])(
    'of the type %s is JSON, too',
    async (type) => {
      const { host, fetch } = await serve(json('{}', { 'content-type': type }));
      expect(await reasonOf(fetch.read(`https://${host}/`, 'as-told'))).toBe('read');
    },
  );

  test('that does not come in time is not waited for, whether its head or its end is missing', async () => {
    const silent = await serve(() => undefined, { limitMs: 100 });
    expect(await reasonOf(silent.fetch.read(`https://${silent.host}/`, 'as-told'))).toBe('too-slow');
    const slow = await serve(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      },
      { limitMs: 100 },
    );
    expect(await reasonOf(slow.fetch.read(`https://${slow.host}/`, 'as-told'))).toBe('too-slow');
    const lost = createGuardedFetch({ limitMs: 100, lookUp: () => new Promise(() => undefined) });
    expect(await reasonOf(lost.read('https://issuer.example/', 'as-told'))).toBe('too-slow');
  });

  test('that changes the protocol instead of answering is given up, and makes room for the next', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const host = `localhost:${(server.address() as AddressInfo).port}`;
    const { read } = createGuardedFetch({ allowHosts: [host], maxAtOnce: 1 });
    expect(await reasonOf(read(`https://${host}/a`, 'as-told'))).toBe('unreachable');
    expect(await reasonOf(read(`https://${host}/b`, 'as-told'))).toBe('unreachable');
  });

  test('with another status says which', async () => {
    const { host, fetch } = await serve((_request, response) => {
      response.writeHead(404).end();
    });
    expect(await fetch.read(`https://${host}/`, 'as-told')).toMatchObject({
      reason: 'refused',
      message: `${host} answered with the status 404.`,
    });
  });
});

describe('what was read', () => {
  const clock = () => {
    let at = 0;
    return { now: () => at, pass: (ms: number) => (at += ms) };
  };

  test('serves again for as long as it says, five minutes at most', async () => {
    const { now, pass } = clock();
    const { host, fetch, asked } = await serve(json('{}', { 'cache-control': 'public, max-age=86400' }), { now });
    const read = () => fetch.read(`https://${host}/list`, 'as-told');
    await read();
    pass(299_000);
    await read();
    expect(asked).toHaveLength(1);
    pass(2_000);
    await read();
    expect(asked).toHaveLength(2);
  });

  test('is asked for anew where it says nothing, or that it must not be kept', async () => {
    for (const headers of [{}, { 'cache-control': 'no-store, max-age=60' }]) {
      const { host, fetch, asked } = await serve(json('{}', headers));
      await fetch.read(`https://${host}/list`, 'as-told');
      await fetch.read(`https://${host}/list`, 'as-told');
      expect(asked).toHaveLength(2);
    }
  });

  test('keys of issuers are kept for five minutes, and a failure for a moment', async () => {
    const { now, pass } = clock();
    let status = 500;
    const { host, fetch, asked } = await serve(
      (_request, response) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
      },
      { now },
    );
    const read = () => reasonOf(fetch.read(`https://${host}/did.json`, 'five-minutes'));
    expect([await read(), await read()]).toEqual(['refused', 'refused']);
    expect(asked).toHaveLength(1);
    status = 200;
    pass(11_000);
    expect([await read(), await read()]).toEqual(['read', 'read']);
    pass(290_000);
    await read();
    expect(asked).toHaveLength(2);
  });

  test('is asked for once, however many ask; beyond so many addresses at once, others are refused', async () => {
    const waiting: (() => void)[] = [];
    const { host, fetch, asked } = await serve(
      (_request, response) => {
        waiting.push(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
      },
      { maxAtOnce: 2 },
    );
    const read = (path: string) => reasonOf(fetch.read(`https://${host}/${path}`, 'as-told'));
    const first = [read('a'), read('a'), read('b')];
    expect(await read('c')).toBe('busy');
    await expect.poll(() => waiting.length).toBe(2);
    for (const answer of waiting) answer();
    expect(await Promise.all(first)).toEqual(['read', 'read', 'read']);
    expect(asked.toSorted()).toEqual(['/a', '/b']);
  });
  test('holds up only so many who ask for the same: the others are told to come again', async () => {
    const silent = await serve(() => undefined, { limitMs: 200, maxWaiting: 2 });
    const read = () => reasonOf(silent.fetch.read(`https://${silent.host}/slow`, 'as-told'));
    const asked = await Promise.all([read(), read(), read(), read()]);
    expect(asked).toEqual(['too-slow', 'too-slow', 'too-slow', 'busy']);
    expect(silent.asked).toHaveLength(1);
  });
});
