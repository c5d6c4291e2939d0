import { type DidDocument, didKeyOf, didWebDocument, type VerificationKey } from '@testamur/credentials';
import { Problem } from '../../kernel/index.ts';
import type { Scope, Tenant } from '../../platform/http/index.ts';
import { type IssuerConfig, isIssuerOf, issuerDid } from './address.ts';
import { keyStateAt, signingKeyAt } from './rules/key-state.ts';
import { listKeys, type StoredKey } from './store.ts';

/** A key as the world sees it; `revoked` from the instant on from which nothing of it is believed. */
const published = ({ publicKeyMultibase, compromisedAt }: StoredKey) => ({
  publicKeyMultibase,
  ...(compromisedAt === undefined ? {} : { revoked: compromisedAt.toISOString() }),
});

/**
 * The keys of an issuer, looked up by the address that a proof names. An installation that moved keeps answering for
 * what it signed at its former address: the key is what proves who signed. A key that others may hold comes with the
 * time from which nothing that it signed is believed.
 */
export const issuerKeys = async (
  scope: Scope,
): Promise<(verificationMethod: string) => VerificationKey | undefined> => {
  const known = new Map((await listKeys(scope)).map((key) => [key.publicKeyMultibase, published(key)]));
  return (verificationMethod) => {
    const [controller = '', publicKeyMultibase = ''] = verificationMethod.split('#');
    const key = known.get(publicKeyMultibase);
    if (!key || !isIssuerOf(controller, scope.organization.slug)) return undefined;
    return { id: verificationMethod, controller, ...key };
  };
};

/** The key that signs stands first, then the one to come, then the past ones, the latest first. */
const order = { current: 0, next: 1, retired: 2, compromised: 3 } as const;

/**
 * The document that others find the keys in (did:web). `alsoKnownAs` names the current key as a did:key, for use
 * offline. The keys assert, and do nothing else: nobody signs in with them.
 */
export const issuerDocument = async (
  scope: Scope,
  { PUBLIC_URL }: Pick<IssuerConfig, 'PUBLIC_URL'>,
): Promise<DidDocument & { readonly alsoKnownAs: readonly string[] }> => {
  const keys = await listKeys(scope);
  const current = signingKeyAt(keys, scope.now);
  if (!current) throw noIssuer(scope.organization);
  const rank = (key: StoredKey) => order[keyStateAt(key, scope.now)];
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b));
  const did = issuerDid(PUBLIC_URL, scope.organization.slug);
  return { ...didWebDocument({ did, keys: sorted.map(published) }), alsoKnownAs: [didKeyOf(current)] };
};

const noIssuer = ({ name }: Tenant) =>
  new Problem('not-found', 'issuers.no-issuer', `${name} has issued no credentials.`);
