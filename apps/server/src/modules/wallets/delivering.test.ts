import type { CredentialOfferObject } from '@openid4vc/openid4vci';
import { type Check, verifyCredential, verifyJwtCredential, verifySdJwtCredential } from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStatusListAt } from '../credentialing/index.ts';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, type World } from '../credentialing/testing/world.ts';
import { issuerDid, issuerKeys } from '../issuers/index.ts';
import type { WalletFormat } from './rules/formats.ts';
import { type Served, serve } from './testing/served.ts';
import { createWallet, newWalletKey, type WalletKey } from './testing/wallet.ts';

let world: World;
let served: Served;
let decider: Caller;
let reviewer: Caller;
let certified: Certified;

beforeAll(async () => {
  world = await createWorld({ startAt: new Date().toISOString() });
  served = await serve(world);
  decider = await world.person('Mara Decider', { roles: ['program-manager'] });
  reviewer = await world.person('Second Person', { roles: ['program-manager'] });
  certified = await certify(world, decider);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const makeOffer = (format: WalletFormat, { holder, credentialId }: Certified = certified) =>
  holder.api.wallets.createWalletOffer({ credentialId, format });

/** From the QR code to the credential, as a wallet goes. */
const receive = async (format: WalletFormat, keys: readonly WalletKey[], { withDpop = false } = {}) => {
  const { offerUri, transactionCode } = await makeOffer(format);
  const wallet = createWallet(served.fetch, keys);
  const credentialOffer: CredentialOfferObject = await wallet.resolveCredentialOffer(offerUri);
  const issuerMetadata = await wallet.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const dpopKey = newWalletKey('P-256', 'jwk');
  const dpopWallet = withDpop ? createWallet(served.fetch, [...keys, dpopKey]) : wallet;
  if (dpopKey.signer.method !== 'jwk') throw new Error('A DPoP key is a jwk.');
  const { accessTokenResponse, dpop } = await dpopWallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: transactionCode,
    ...(withDpop ? { dpop: { signer: dpopKey.signer } } : {}),
  });
  const { c_nonce: nonce } = await wallet.requestNonce({ issuerMetadata });
  const [credentialConfigurationId = ''] = credentialOffer.credential_configuration_ids;
  const proofs: string[] = [];
  for (const { signer } of keys) {
    const { jwt } = await wallet.createCredentialRequestJwtProof({
      issuerMetadata,
      credentialConfigurationId,
      signer,
      nonce,
    });
    proofs.push(jwt);
  }
  const { credentialResponse } = await dpopWallet.retrieveCredentials({
    issuerMetadata,
    credentialConfigurationId,
    accessToken: accessTokenResponse.access_token,
    proofs: { jwt: proofs },
    ...(dpop === undefined ? {} : { dpop }),
  });
  const handed = (credentialResponse.credentials ?? []).map((one) =>
    typeof one === 'object' && 'credential' in one ? one.credential : one,
  );
  const accessToken = accessTokenResponse.access_token;
  return { wallet, issuerMetadata, accessToken, accessTokenResponse, credentialResponse, handed };
};

/** What a verifier needs of this installation. */
const publishedFor = (statusUrl: string) =>
  world.within(async (scope) => {
    const did = issuerDid(world.config.PUBLIC_URL, scope.organization.slug);
    const list = await readStatusListAt(scope, world.config, { did, url: statusUrl });
    return {
      at: scope.now,
      resolveKey: await issuerKeys(scope),
      statusLists: new Map(list === undefined ? [] : [[statusUrl, list]]),
    };
  });

const stored = async () => {
  const file = await certified.holder.api.credentialing.getCredentialDocument({ credentialId: certified.credentialId });
  const document = JSON.parse(await file.text());
  return { document, statusUrl: String(document.credentialStatus.statusListCredential) };
};

const statusOf = (checks: readonly Check[]) => checks.find(({ id }) => id === 'status')?.code;

test('the metadata stands at the addresses of the standards and behind the issuer; types at their own', async () => {
  const origin = 'https://testamur.example';
  const path = '/api/wallets/association';
  const read = async (address: string) => {
    const response = await served.fetch(`${origin}${address}`);
    return { status: response.status, body: await response.json() };
  };
  for (const name of ['openid-credential-issuer', 'oauth-authorization-server']) {
    const first = await read(`/.well-known/${name}${path}`);
    expect(first.status).toBe(200);
    expect(await read(`${path}/.well-known/${name}`)).toEqual(first);
    expect((await read(`/.well-known/${name}/api/wallets/nobody`)).status).toBe(404);
  }
  const type = `${path}/types/${world.programId}`;
  expect(await read(type)).toMatchObject({ status: 200, body: { vct: `${origin}${type}`, name: world.program.title } });
  expect((await read(`${path}/types/nothing`)).status).toBe(404);
});

test('a wallet gets the credential with a Data Integrity proof, bound to its key: same content, same status entry', async () => {
  const key = newWalletKey('Ed25519', 'did:jwk');
  const { handed } = await receive('ldp_vc', [key]);
  const { document, statusUrl } = await stored();
  const credential = JSON.parse(JSON.stringify(handed[0]));
  const report = await verifyCredential({ credential, ...(await publishedFor(statusUrl)) });
  expect(report).toMatchObject({ verified: true });
  if (key.signer.method !== 'did') throw new Error('The key is named by a DID.');
  expect(credential.credentialSubject).toEqual({
    ...document.credentialSubject,
    id: key.signer.didUrl.replace('#0', ''),
  });
  const { proof: _one, credentialSubject: _two, ...content } = document;
  expect(credential).toMatchObject(content);
});

test('a wallet gets the credential as a JSON Web Token by VC-JOSE-COSE', async () => {
  const { handed } = await receive('jwt_vc_json', [newWalletKey('P-256', 'jwk')]);
  const { document, statusUrl } = await stored();
  const report = await verifyJwtCredential({ token: String(handed[0]), ...(await publishedFor(statusUrl)) });
  expect(report).toMatchObject({
    verified: true,
    credential: { id: document.id, credentialStatus: document.credentialStatus, validUntil: document.validUntil },
  });
  expect(JSON.stringify(report.credential)).toContain('did:jwk:');
});

test('a wallet gets the credential for selective disclosure, and can prove that it holds the key', async () => {
  const key = newWalletKey('P-256', 'jwk');
  const { handed } = await receive('dc+sd-jwt', [key]);
  const { document, statusUrl } = await stored();
  const report = await verifySdJwtCredential({ token: String(handed[0]), ...(await publishedFor(statusUrl)) });
  expect(report).toMatchObject({
    verified: true,
    claims: {
      cnf: { jwk: key.jwk },
      vct: `https://testamur.example/api/wallets/association/types/${world.programId}`,
      license_number: certified.number,
      credentialStatus: document.credentialStatus,
    },
  });
});

test.each(['dc+sd-jwt', 'ldp_vc', 'jwt_vc_json'] as const)(
  'what a wallet got as %s is known here when it is handed over to be verified',
  async (format) => {
    const { handed } = await receive(format, [newWalletKey('Ed25519', 'jwk')]);
    const document = typeof handed[0] === 'string' ? handed[0] : JSON.stringify(handed[0]);
    expect(await world.anyone.registry.verifyDocument({ document })).toMatchObject({ verdict: 'in-force' });
  },
);

test('a wallet may bind its token to a key (DPoP), and ask for several keys at once', async () => {
  const keys = [newWalletKey('Ed25519', 'jwk'), newWalletKey('P-256', 'did:jwk')];
  const { handed, accessTokenResponse } = await receive('dc+sd-jwt', keys, { withDpop: true });
  expect(accessTokenResponse.token_type).toBe('DPoP');
  expect(handed).toHaveLength(2);
});

test('the holder sees each delivery, and what the wallet told of it', async () => {
  const { wallet, issuerMetadata, accessToken, credentialResponse } = await receive('dc+sd-jwt', [
    newWalletKey('P-256', 'jwk'),
  ]);
  await wallet.sendNotification({
    issuerMetadata,
    accessToken,
    notification: { notificationId: String(credentialResponse.notification_id), event: 'credential_accepted' },
  });
  const { holder, credentialId } = certified;
  const { deliveries } = await holder.api.wallets.listWalletDeliveries({ credentialId });
  expect(deliveries[0]).toMatchObject({ format: 'dc+sd-jwt', told: 'credential_accepted' });
  expect(deliveries[0]?.keyThumbprint).toMatch(/^[\w-]{43}$/);
  const entries = await world.within(({ trx }) =>
    trx.selectFrom('audit_entry').select('action').where('action', 'like', 'wallets.%').execute(),
  );
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set(['wallets.createWalletOffer', 'wallets.deliverCredential']),
  );
});

test('a revocation ends the copies in wallets with the credential itself; no further copy is made', async () => {
  const victim = await certify(world, decider, { name: 'Rex Revoked' });
  certified = victim;
  const { handed } = await receive('ldp_vc', [newWalletKey('Ed25519', 'jwk')]);
  const { transactionCode, offerUri } = await makeOffer('ldp_vc');
  const { credentialId, number } = victim;
  await decider.api.credentialing.requestRevocation({ credentialId, number, reason: 'Found to be a fraud.' });
  await reviewer.api.credentialing.confirmRevocation({ credentialId, confirm: true });
  world.passMs(60_000);
  await world.runJobs();
  const { statusUrl } = await stored();
  const credential = JSON.parse(JSON.stringify(handed[0]));
  const report = await verifyCredential({ credential, ...(await publishedFor(statusUrl)) });
  expect(report.verified).toBe(false);
  expect(statusOf(report.checks)).toBe('revoked');
  await expect(makeOffer('ldp_vc')).rejects.toMatchObject({ code: 'wallets.not-in-force' });
  const wallet = createWallet(served.fetch, [newWalletKey('Ed25519', 'jwk')]);
  const credentialOffer = await wallet.resolveCredentialOffer(offerUri);
  const issuerMetadata = await wallet.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: transactionCode,
  });
  const refused = await served.fetch(`${credentialOffer.credential_issuer}/credential`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessTokenResponse.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ credential_configuration_id: credentialOffer.credential_configuration_ids[0] }),
  });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: 'credential_request_denied' });
});
