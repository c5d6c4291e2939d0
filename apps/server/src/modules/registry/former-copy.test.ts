import { issueJwtCredential } from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, publicUrl, type World } from '../credentialing/testing/world.ts';
import { ensureIssuerKey, issuerDid, issuerKeyCompromised, openIssuerKey } from '../issuers/index.ts';

let world: World;
let decider: Caller;
let certified: Certified;
/** As its holder has had it since before the key was withdrawn. */
let former: string;
let formerToken: string;

const current = async () => (await world.anyone.registry.getPublicDocument({ number: certified.number })).text();
const checked = (document: string) => world.anyone.registry.verifyDocument({ document });
const checkOf = ({ checks }: Awaited<ReturnType<typeof checked>>, id: string) => checks.find((one) => one.id === id);

const withdrawKey = () =>
  world.within(async (scope) => {
    const { trx, organization, now } = scope;
    const key = await trx
      .selectFrom('issuer_key')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('compromised_at', 'is', null)
      .executeTakeFirstOrThrow();
    const at = { retired_at: now, compromised_at: now };
    await trx.updateTable('issuer_key').set(at).where('id', '=', key.id).execute();
    await ensureIssuerKey(scope, world.config);
    await issuerKeyCompromised.emit(trx, { organizationId: organization.id, keyId: key.id });
  });

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  certified = await certify(world, decider, { name: 'Ana Rivera' });
  former = await current();
  const { proof: _, ...credential } = JSON.parse(former);
  const signer = await world.within((scope) =>
    openIssuerKey(scope, world.config, issuerDid(publicUrl, world.organization.slug)),
  );
  formerToken = await issueJwtCredential({ credential, signer });
  world.passMs(1000);
  await withdrawKey();
});
afterAll(() => world.close());

test('while nothing stands in its place yet, a copy whose key was withdrawn is not to be relied on', async () => {
  const answer = await checked(former);
  expect(answer).toMatchObject({ verdict: 'failed', inForce: false, issuerKnown: false });
  expect(answer.credential).toBeUndefined();
});

test('once it was signed again, a former copy is told to be one, and where the newer one is', async () => {
  await world.runJobs();
  for (const copy of [former, formerToken]) {
    const answer = await checked(copy);
    expect(answer).toMatchObject({
      verdict: 'superseded',
      inForce: false,
      issuerKnown: true,
      credential: { number: certified.number, holderName: 'Ana Rivera', state: 'active' },
    });
    expect(checkOf(answer, 'signature')).toMatchObject({ result: 'failed' });
    expect(checkOf(answer, 'status')?.detail).toMatch(/signed it again with another key on .*The newer copy counts/);
  }
  expect(await checked(await current())).toMatchObject({ verdict: 'in-force' });
  expect(await world.anyone.registry.verifyByNumber({ number: certified.number })).toMatchObject({ inForce: true });
});

test('what a thief of the withdrawn key makes of a former copy is no former copy, and learns nothing', async () => {
  await world.runJobs();
  const forged = await checked(former.replaceAll('Ana Rivera', 'Eve Forger'));
  expect(forged).toMatchObject({ verdict: 'failed', issuerKnown: false });
  expect(forged.credential).toBeUndefined();
  expect(JSON.stringify(forged)).not.toContain('Rivera');
});
