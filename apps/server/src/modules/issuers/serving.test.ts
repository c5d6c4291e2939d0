import { didWebUrl } from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureIssuerKey } from './index.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const read = (slug: string, headers: Record<string, string> = {}) =>
  world.server.inject({ method: 'GET', url: `/api/issuers/${slug}/did.json`, headers });

test('the DID document is served where did:web says, under its media type, to pages of any origin', async () => {
  expect((await read('association')).json()).toMatchObject({ status: 404, code: 'issuers.no-issuer' });
  await world.within((scope) => ensureIssuerKey(scope, world.config));
  expect(new URL(didWebUrl(world.did)).pathname).toBe('/api/issuers/association/did.json');
  const { statusCode, headers, body } = await read('association');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('application/did+json');
  expect(headers['cache-control']).toBe('public, max-age=60');
  expect(headers['access-control-allow-origin']).toBe('*');
  const document = JSON.parse(body);
  expect(document.id).toBe(world.did);
  expect(document.assertionMethod).toEqual([document.verificationMethod[0].id]);
  expect(document).not.toHaveProperty('authentication');
});

test('whoever keeps a copy asks again by its tag, and is told when it changed', async () => {
  const { headers } = await read('association');
  const tag = String(headers.etag);
  expect(tag).toMatch(/^"[\w-]{43}"$/);
  const same = await read('association', { 'if-none-match': `"other", W/${tag}` });
  expect([same.statusCode, same.body]).toEqual([304, '']);
  expect((await read('association', { 'if-none-match': '"other"' })).statusCode).toBe(200);

  const administrator = await world.person('Alex Admin', ['administrator']);
  const second = await world.person('Sam Second', ['administrator']);
  const organization = 'association';
  const [key] = (await administrator.api.listIssuerKeys({ organization })).keys;
  const reason = 'The yearly rotation.';
  const fingerprint = key?.fingerprint ?? '';
  await administrator.api.requestKeyRotation({ organization, fingerprint, algorithm: 'P-256', reason });
  await second.api.confirmKeyRotation({ organization, confirm: true });
  expect((await read('association', { 'if-none-match': tag })).statusCode).toBe(200);
});

test('an organization that is none is told like everywhere', async () => {
  const { statusCode, headers, body } = await read('nobody');
  expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect(JSON.parse(body)).toMatchObject({ code: 'platform.no-such-organization' });
});
