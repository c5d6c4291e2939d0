import { openCredentialFile, verifyClrCredential } from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Certified, certify } from '../testing/life.ts';
import { createWorld, refusal, type World } from '../testing/world.ts';

let world: World;
let decider: Awaited<ReturnType<World['person']>>;
let ana: Certified;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  ana = await certify(world, decider, { name: 'Ana Rivera' });
});
afterAll(() => world.close());

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const check = async (file: File) => {
  const result = await world.anyone.registry.verifyFile({ file });
  if (result.found !== 'credential') throw new Error(`Found ${result.found}.`);
  return result;
};

test.each(['png', 'svg'] as const)('the badge as %s carries the signed document, and verifies', async (form) => {
  const { holder, credentialId, number } = ana;
  const badge = await holder.api.credentialing.getBadge({ credentialId, form });
  expect(badge.name).toBe(`${number}.${form}`);
  const document = await holder.api.credentialing.getCredentialDocument({ credentialId });
  expect(await openCredentialFile(await bytesOf(badge))).toMatchObject({
    carrier: form,
    credential: JSON.parse(await document.text()),
  });
  expect(await check(badge)).toMatchObject({ verdict: 'in-force', carrier: form });
});

test('the token has the id, the dates and the status entry of the document, so that both are revoked together', async () => {
  const eve = await certify(world, decider, { name: 'Eve Stone' });
  const { holder, credentialId } = eve;
  const token = await holder.api.credentialing.getCredentialJwt({ credentialId });
  expect(token).toMatchObject({ name: `${eve.number}.jwt`, type: 'application/vc+jwt' });
  expect(await check(token)).toMatchObject({ form: 'vc+jwt', verdict: 'in-force' });
  const [, payload = ''] = (await token.text()).split('.');
  const { proof, ...content } = JSON.parse(
    await (await holder.api.credentialing.getCredentialDocument({ credentialId })).text(),
  );
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject(content);
  expect(proof).toBeDefined();
  await decider.api.credentialing.suspendCredential({ credentialId, reason: 'Under investigation.' });
  expect(await check(token)).toMatchObject({ verdict: 'not-in-force' });
  const { api } = holder;
  for (const make of [
    () => api.credentialing.getCredentialJwt({ credentialId }),
    () => api.credentialing.getBadge({ credentialId, form: 'png' }),
    () => api.credentialing.getCertificatePdf({ credentialId }),
  ]) {
    expect((await refusal(make())).code, 'nothing new is made while it is suspended').toBe(
      'credentialing.not-in-force',
    );
  }
});

test('the letter is made for whom it may concern, for an employer by name, and of a suspended credential too', async () => {
  const { holder, credentialId, number } = ana;
  const letter = await holder.api.credentialing.getVerificationLetter({ credentialId });
  expect(letter).toMatchObject({ name: `${number}-letter.pdf`, type: 'application/pdf' });
  const addressee = 'Riverside <b>College</b> #strong[x]';
  expect((await holder.api.credentialing.getVerificationLetter({ credentialId, addressee })).size).toBeGreaterThan(0);
  const lines = holder.api.credentialing.getVerificationLetter({ credentialId, addressee: 'A\nB' });
  await expect(lines).rejects.toThrow();
});

test('parts of it prove what they show, and what was kept back is not in them', async () => {
  const { holder, credentialId, number } = ana;
  const { token } = await holder.api.credentialing.shareParts({ credentialId, parts: ['number'] });
  const readable = token
    .split(/[.~]/)
    .map((part) => Buffer.from(part, 'base64url').toString())
    .join(' ');
  expect(readable).toContain(number);
  expect(readable).toContain('Certified Academic Library Technician');
  expect(readable).not.toContain('Ana Rivera');
  const checked = await check(new File([token], 'pasted.txt', { type: 'text/plain' }));
  expect(checked).toMatchObject({ form: 'sd-jwt', verdict: 'in-force' });
  expect(JSON.stringify(checked)).not.toContain('Ana Rivera');
});

test('the record bundles what is in force at an organization, and every credential in it verifies', async () => {
  const { holder } = ana;
  const record = await holder.api.credentialing.getMyRecord({ organization: 'association' });
  const signed = JSON.parse(await record.text());
  expect(signed.credentialSubject.verifiableCredential).toHaveLength(1);
  const { checks } = await verifyClrCredential({ credential: signed, at: world.now() });
  expect(checks.find(({ id }) => id === 'structure')?.result).toBe('passed');
  const stranger = await world.person('Nora Nobody');
  const none = stranger.api.credentialing.getMyRecord({ organization: 'association' });
  expect((await refusal(none)).code).toBe('credentialing.nothing-in-force');
});

test('nobody but the holder takes any of it along', async () => {
  const { credentialId } = ana;
  for (const { api } of [decider, await world.person('Eve Stranger')]) {
    const takes = [
      () => api.credentialing.getBadge({ credentialId, form: 'svg' }),
      () => api.credentialing.getCredentialJwt({ credentialId }),
      () => api.credentialing.getVerificationLetter({ credentialId }),
      () => api.credentialing.shareParts({ credentialId, parts: ['name'] }),
    ];
    for (const take of takes) expect((await refusal(take())).code).toMatch(/^platform\./);
  }
});
