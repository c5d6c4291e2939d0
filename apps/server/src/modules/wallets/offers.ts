import { minuteMs, newId, newToken, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { qrCodeSvg } from '../../platform/pdf/qr-code.ts';
import type { Platform } from '../../platform/platform.ts';
import { isInForce, loadCredential } from '../credentialing/index.ts';
import { listProgramsInForce } from '../programs/index.ts';
import { credentialIssuer } from './protocol/library.ts';
import { metadataResult, preAuthorizedGrant } from './protocol/metadata.ts';
import { configurationId, type WalletFormat, walletIssuer } from './rules/formats.ts';
import { codeOfReference, hashOf, newTransactionCode, transactionCodeHash } from './rules/secrets.ts';
import { countOffersSince, findOpenOffer, replaceOffer } from './store.ts';

const offerMs = 10 * minuteMs;
const mostAnHour = 30;

type Wallets = Pick<Platform, 'config' | 'clock'>;

const offerUrlOf = (publicUrl: string, slug: string, reference: string): string =>
  `${walletIssuer(publicUrl, slug)}/offers/${reference}`;

const grantsOf = (reference: string) => ({
  [preAuthorizedGrant]: {
    'pre-authorized_code': codeOfReference(reference),
    tx_code: {
      input_mode: 'numeric' as const,
      length: 6,
      description: 'The six digits that stand beside the QR code.',
    },
  },
});

/** The offer as a wallet reads it (OpenID4VCI 1.0, 4.1). */
const offerOf = async (
  { trx, organization }: Scope,
  publicUrl: string,
  offer: { readonly programId: string; readonly format: WalletFormat; readonly reference: string },
) =>
  credentialIssuer.createCredentialOffer({
    issuerMetadata: metadataResult(publicUrl, organization, await listProgramsInForce(trx, organization.id)),
    credentialConfigurationIds: [configurationId(offer.programId, offer.format)],
    credentialOfferUri: offerUrlOf(publicUrl, organization.slug, offer.reference),
    grants: grantsOf(offer.reference),
  });

/**
 * Makes the one offer of a credential that is open. Of all that opens it only hashes are kept: what is returned here is
 * shown once.
 */
export const createWalletOffer = async (
  scope: Scope,
  { config, clock }: Wallets,
  { credentialId, format }: { readonly credentialId: string; readonly format: WalletFormat },
) => {
  const { organization } = scope;
  const { credential, candidacy, state } = await loadCredential(scope, credentialId, { lock: true });
  if (!isInForce(state.status)) {
    const message = 'Only a credential that is in force can be put into a wallet.';
    throw new Problem('rule-broken', 'wallets.not-in-force', message);
  }
  // Wallets and their codes live in real time, whatever the clock of a rehearsal says.
  const now = clock(undefined);
  if ((await countOffersSince(scope, credentialId, new Date(now.getTime() - 60 * minuteMs))) >= mostAnHour) {
    const message = `More than ${mostAnHour} codes were made within an hour. Wait an hour, then make another.`;
    throw new Problem('rule-broken', 'wallets.too-many-tries', message);
  }
  const id = newId();
  const reference = newToken();
  const transactionCode = newTransactionCode();
  const expiresAt = new Date(now.getTime() + offerMs);
  await replaceOffer(scope, {
    id,
    credentialId,
    personId: credential.personId,
    format,
    referenceHash: hashOf(reference),
    codeHash: hashOf(codeOfReference(reference)),
    transactionCodeHash: transactionCodeHash(config.SECRET, id, transactionCode),
    createdAt: now,
    expiresAt,
  });
  const order = { programId: candidacy.programId, format, reference };
  const { credentialOffer } = await offerOf(scope, config.PUBLIC_URL, order);
  return {
    format,
    offerUri: credentialOffer,
    offerUrl: offerUrlOf(config.PUBLIC_URL, organization.slug, reference),
    qrCode: `data:image/svg+xml;base64,${Buffer.from(qrCodeSvg(credentialOffer)).toString('base64')}`,
    transactionCode,
    expiresAt: expiresAt.toISOString(),
  };
};

/** What stands at the address of an offer; undefined where there is none, or none any more. */
export const readOffer = async (scope: Scope, { config, clock }: Wallets, reference: string) => {
  const offer = await findOpenOffer(scope, hashOf(reference), clock(undefined));
  if (!offer) return undefined;
  const { candidacy } = await loadCredential(scope, offer.credential_id);
  const order = { programId: candidacy.programId, format: offer.format, reference };
  return (await offerOf(scope, config.PUBLIC_URL, order)).credentialOfferObject;
};
