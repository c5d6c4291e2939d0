import { createHash } from 'node:crypto';
import type { IssuerMetadataResult, ParseCredentialRequestReturn } from '@openid4vc/openid4vci';
import { newId } from '../../../kernel/index.ts';
import type { Scope, Tenant } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/index.ts';
import { isInForce, type LoadedCredential, loadCredential } from '../../credentialing/index.ts';
import { type OpenedKey, openCurrentKey } from '../../issuers/index.ts';
import { listProgramsInForce } from '../../programs/index.ts';
import { keepDeliveries } from '../deliveries.ts';
import { type Content, contentOf, faultsOf, type Handed, issueToKey } from '../issue.ts';
import { configurationId, credentialType, walletIssuer } from '../rules/formats.ts';
import type { HolderKey } from '../rules/holder-key.ts';
import { endOfNonce } from '../rules/nonce.ts';
import { hashOf } from '../rules/secrets.ts';
import { keepDelivered, type Offer, useNonce } from '../store.ts';
import { offerOfToken } from './access.ts';
import { credentialIssuer } from './library.ts';
import { metadataResult } from './metadata.ts';
import { provenKeys } from './proofs.ts';
import { Refused, refusalOf, unauthorized } from './refused.ts';
import type { WalletRequest } from './request.ts';

type Issuing = Pick<Platform, 'config' | 'clock' | 'inTenant'>;

/** All that is needed to sign once the transaction is over. */
interface Prepared {
  readonly offer: Offer;
  readonly keys: readonly HolderKey[];
  readonly content: Content;
  readonly key: OpenedKey;
  readonly vct: string;
  readonly at: Date;
}

const denied = (description: string) => new Refused('credential_request_denied', description);

/** Once more at each step: a suspension may come in between. */
const loadInForce = async (
  scope: Scope,
  offer: Offer,
  options?: { readonly lock: boolean },
): Promise<LoadedCredential> => {
  const loaded = await loadCredential(scope, offer.credential_id, options);
  if (isInForce(loaded.state.status)) return loaded;
  throw denied(
    'This certification is not in force now, so it cannot be put into a wallet. Ask the body that certified.',
  );
};

const spendNonce = async (scope: Scope, secret: string, issuer: string, nonce: string, now: Date): Promise<void> => {
  const end = endOfNonce(secret, issuer, nonce, now);
  if (end === undefined || !(await useNonce(scope, hashOf(nonce), end))) {
    throw new Refused('invalid_nonce', 'The c_nonce is not of this issuer, has ended, or was used. Ask for a new one.');
  }
};

const parseRequest = (
  issuerMetadata: IssuerMetadataResult,
  body: Readonly<Record<string, unknown>>,
  offered: string,
): ParseCredentialRequestReturn => {
  if (body.credential_configuration_id !== offered) {
    throw new Refused('unknown_credential_configuration', `Ask for the credential configuration ${offered}.`);
  }
  try {
    return credentialIssuer.parseCredentialRequest({ issuerMetadata, credentialRequest: { ...body } });
  } catch (thrown) {
    throw refusalOf(thrown, 'invalid_credential_request') ?? thrown;
  }
};

const prepare = async (
  scope: Scope,
  { config, clock }: Issuing,
  request: WalletRequest,
  body: Readonly<Record<string, unknown>>,
): Promise<Prepared> => {
  const { trx, organization } = scope;
  const now = clock(undefined);
  const offer = await offerOfToken(scope, request, now);
  if (offer.delivered_at !== null) throw unauthorized('invalid_token', 'The access token was used.');
  const { credential, candidacy } = await loadInForce(scope, offer);
  const metadata = metadataResult(config.PUBLIC_URL, organization, await listProgramsInForce(trx, organization.id));
  const parsed = parseRequest(metadata, body, configurationId(candidacy.programId, offer.format));
  const { keys, nonce } = await provenKeys(parsed, metadata, now);
  await spendNonce(scope, config.SECRET, walletIssuer(config.PUBLIC_URL, organization.slug), nonce, now);
  const content = contentOf(credential.document);
  return {
    offer,
    keys,
    content,
    key: await openCurrentKey(scope, config, content.issuer.id),
    vct: credentialType(config.PUBLIC_URL, organization.slug, candidacy.programId),
    at: scope.now,
  };
};

const sign = async ({ keys, content, offer, key, vct, at }: Prepared): Promise<readonly Handed[]> => {
  const handed: Handed[] = [];
  for (const holder of keys) {
    handed.push(await issueToKey({ content, format: offer.format, key: holder, signer: key.signer, vct, at }));
  }
  return handed;
};

const sha256Of = (handed: Handed): string =>
  createHash('sha256')
    .update(typeof handed === 'string' ? handed : JSON.stringify(handed))
    .digest('hex');

/** The delivery is kept before anything leaves: an answer that is lost on its way was a delivery all the same. */
const deliver = async (
  scope: Scope,
  { config, clock }: Issuing,
  { offer, keys, content, key }: Prepared,
  handed: readonly Handed[],
): Promise<void> => {
  const now = clock(undefined);
  await loadInForce(scope, offer, { lock: true });
  const faults = await faultsOf(scope, config, { format: offer.format, content }, handed);
  if (faults.length > 0) throw denied('The certification is being signed anew. Try again in an hour.');
  if (!(await keepDelivered(scope, offer.id, now))) throw unauthorized('invalid_token', 'The access token was used.');
  const of = { offerId: offer.id, credentialId: offer.credential_id, personId: offer.person_id, format: offer.format };
  await keepDeliveries(
    scope,
    handed.map((one, at) => ({
      ...of,
      id: newId(),
      keyThumbprint: keys[at]?.thumbprint ?? '',
      keyId: key.keyId,
      sha256: sha256Of(one),
    })),
    now,
  );
  await recordAudit(scope, {
    action: 'wallets.deliverCredential',
    subject: `credential:${offer.credential_id}`,
    detail: { offerId: offer.id, format: offer.format, keys: keys.length, keyId: key.keyId },
    personal: { thumbprints: keys.map(({ thumbprint }) => thumbprint) },
  });
};

/**
 * Answers a credential request (OpenID4VCI 1.0, 8): proves token and keys, signs with no transaction open, and hands
 * over what was verified and kept.
 */
export const answerCredentialRequest = async (
  issuing: Issuing,
  organization: Tenant,
  request: WalletRequest,
  body: Readonly<Record<string, unknown>>,
) => {
  const prepared = await issuing.inTenant(organization.id, (scope) => prepare(scope, issuing, request, body));
  const handed = await sign(prepared);
  await issuing.inTenant(organization.id, (scope) => deliver(scope, issuing, prepared, handed));
  return {
    credentials: handed.map((credential) => ({ credential })),
    notification_id: prepared.offer.id,
  };
};
