import { z } from 'zod';
import { ofObject, operation } from '../../platform/operations/operation.ts';
import { id, instant } from '../../platform/operations/schemas.ts';
import { defaultFormat, walletFormats } from './rules/formats.ts';

const credential = ofObject('credential', 'credentialId');
const format = z.enum(walletFormats);

export const walletsContract = {
  createWalletOffer: operation({
    method: 'POST',
    path: '/credentials/{credentialId}/wallet-offers',
    tag: 'Wallets',
    summary: 'Offer a credential to a wallet of its holder',
    description:
      'OpenID for Verifiable Credential Issuance 1.0, pre-authorized code. Good for ten minutes and one wallet; the ' +
      'offer before it ends. The transaction code is for the holder to type and never part of the offer.',
    policy: { allow: ['owner'], tenancy: credential },
    secret: true,
    problems: ['wallets.not-in-force', 'wallets.too-many-tries'],
  })
    .input(z.strictObject({ credentialId: id, format: format.default(defaultFormat) }))
    .output(
      z.object({
        format,
        offerUri: z.string().describe('openid-credential-offer://…, which opens the wallet of this device.'),
        offerUrl: z.string().describe('Where a wallet reads the offer (https).'),
        qrCode: z.string().describe('The offer as a QR code: a data URL of an SVG.'),
        transactionCode: z.string().regex(/^\d{6}$/),
        expiresAt: instant,
      }),
    ),
  listWalletDeliveries: operation({
    method: 'GET',
    path: '/credentials/{credentialId}/wallet-deliveries',
    tag: 'Wallets',
    summary: 'When a credential went to which wallet, the latest first',
    policy: { allow: ['owner'], tenancy: credential },
  })
    .input(z.strictObject({ credentialId: id }))
    .output(
      z.object({
        deliveries: z.array(
          z.object({
            id: z.string(),
            at: instant,
            format,
            keyThumbprint: z.string().describe('Of the key of the wallet: RFC 7638, SHA-256.'),
            told: z.enum(['credential_accepted', 'credential_failure', 'credential_deleted']).optional(),
            toldAt: instant.optional(),
          }),
        ),
      }),
    ),
};
