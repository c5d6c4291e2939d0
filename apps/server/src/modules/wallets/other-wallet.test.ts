import { SdJwtVcRecord } from '@credo-ts/core';
import { expect, onTestFinished, test } from 'vitest';
import { certify } from '../credentialing/testing/life.ts';
import { createWorld } from '../credentialing/testing/world.ts';
import { createOtherWallet } from './testing/other-wallet.ts';
import { serve } from './testing/served.ts';

test('a wallet of another project goes from the QR code to the credential, and verifies it itself', async () => {
  const world = await createWorld({ startAt: new Date().toISOString() });
  onTestFinished(() => world.close());
  const served = await serve(world);
  onTestFinished(() => served.close());
  const decider = await world.person('Mara Decider', { roles: ['program-manager'] });
  const { holder, credentialId, number } = await certify(world, decider);
  const { offerUri, transactionCode } = await holder.api.wallets.createWalletOffer({ credentialId });

  const wallet = await createOtherWallet(served.fetch);
  onTestFinished(() => wallet.close());
  const record = await wallet.receive(offerUri, transactionCode);

  if (!(record instanceof SdJwtVcRecord)) throw new Error('The wallet keeps a credential of selective disclosure.');
  expect(record.firstCredential.prettyClaims).toMatchObject({ license_number: number, name: 'Ana Rivera' });
  expect(record.typeMetadata).toMatchObject({ name: world.program.title });
  const { deliveries } = await holder.api.wallets.listWalletDeliveries({ credentialId });
  expect(deliveries).toMatchObject([{ format: 'dc+sd-jwt', told: 'credential_accepted' }]);
});
