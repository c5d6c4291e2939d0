import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Certified, certify } from '../testing/life.ts';
import { createWorld, publicUrl, refusal, type World } from '../testing/world.ts';
import { hostedAssertionRoute } from './route.ts';

let world: World;
let decider: Awaited<ReturnType<World['person']>>;
let ana: Certified;
const server = Fastify();

beforeAll(async () => {
  world = await createWorld();
  hostedAssertionRoute(world.platform)(server);
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  ana = await certify(world, decider, { name: 'Ana Rivera' });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const assertionOf = (credentialId: string) => server.inject(`/api/badges/2.0/assertions/${credentialId}`);
const pathOf = (address: string) => address.slice(`${publicUrl}/api/badges/2.0/`.length).split('/');

test('an old display finds assertion, badge class, issuer and picture, each where the other says', async () => {
  const answer = await assertionOf(ana.credentialId);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/ld+json');
  const assertion = answer.json();
  expect(assertion.id).toBe(`${publicUrl}/api/badges/2.0/assertions/${ana.credentialId}`);
  const [, organization = '', programId = '', edition = ''] = pathOf(assertion.badge);
  const named = { organization, programId, edition };
  const badgeClass = await world.anyone.credentialing.getHostedBadgeClass(named);
  expect(badgeClass).toMatchObject({ id: assertion.badge, name: 'Certified Academic Library Technician' });
  expect(badgeClass.image).toBe(`${assertion.badge}/picture.png`);
  const picture = await world.anyone.credentialing.getHostedPicture(named);
  expect(picture.type).toBe('image/png');
  const issuer = await world.anyone.credentialing.getHostedIssuer({ organization });
  expect(issuer).toMatchObject({ id: badgeClass.issuer, name: 'Library Association' });
});

test('the recipient is the hash of the address that the signed credential has, and nobody is named', async () => {
  const { recipient, ...assertion } = (await assertionOf(ana.credentialId)).json();
  const hash = createHash('sha256').update(`${ana.holder.email}${recipient.salt}`).digest('hex');
  expect(recipient).toMatchObject({ hashed: true, type: 'email', identity: `sha256$${hash}` });
  expect(JSON.stringify(assertion)).not.toMatch(/Ana Rivera|@people/);
});

test('while a credential is suspended its assertion is gone, and it is there again after that', async () => {
  const { credentialId } = ana;
  const reason = 'Under investigation.';
  await decider.api.credentialing.suspendCredential({ credentialId, reason });
  const gone = await assertionOf(credentialId);
  expect(gone.statusCode).toBe(410);
  expect(gone.json()).toMatchObject({ revoked: true });
  expect(gone.body).not.toContain(reason);
  await decider.api.credentialing.reinstateCredential({ credentialId, reason: 'Nothing was found.' });
  expect((await assertionOf(credentialId)).statusCode).toBe(200);
});

test('what is no credential, and a track that a program does not have, are not there', async () => {
  for (const id of ['nothing', '0197f3a0-0000-7000-8000-000000000000', ana.candidacyId]) {
    expect((await assertionOf(id)).statusCode).toBe(404);
  }
  const badge = { organization: 'association', programId: 'calt', edition: '2026', track: 'level.expert' };
  expect((await refusal(world.anyone.credentialing.getHostedBadgeClass(badge))).code).toBe(
    'credentialing.no-such-badge',
  );
});
