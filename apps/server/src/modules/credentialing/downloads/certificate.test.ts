import { openCredentialFile } from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certify } from '../testing/life.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the certificate carries the signed credential, so that the PDF alone can be verified', async () => {
  const decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  const { holder, credentialId } = await certify(world, decider, { name: 'Ana Rivera' });
  const pdf = await holder.api.credentialing.getCertificatePdf({ credentialId });
  const document = await holder.api.credentialing.getCredentialDocument({ credentialId });
  expect(await openCredentialFile(new Uint8Array(await pdf.arrayBuffer()))).toEqual({
    ok: true,
    carrier: 'pdf',
    kind: 'data-integrity',
    credential: JSON.parse(await document.text()),
  });
});
