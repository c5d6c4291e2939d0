import {
  type DidDocument,
  didKeyOf,
  didWebDocument,
  didWebOf,
  generateIssuerKey,
  type IssuerKey,
  importIssuerKey,
  type VerificationKey,
} from '@testamur/credentials';
import { newId, Problem } from '../../kernel/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Scope, Tenant } from '../../platform/http/index.ts';
import { seal, unseal } from './seal.ts';

export type IssuerConfig = Pick<Config, 'PUBLIC_URL' | 'SECRET'>;

const issuerPath = (slug: string): string => `/api/issuers/${slug}`;

export const issuerUrl = (publicUrl: string, slug: string): string => `${publicUrl}${issuerPath(slug)}`;

/** Such as `did:web:example.org:api:issuers:association`, read at `/api/issuers/association/did.json`. */
export const issuerDid = (publicUrl: string, slug: string): string => didWebOf(issuerUrl(publicUrl, slug));

/** Whether a DID is this organization's, at its present address or at a former one of the installation. */
export const isIssuerOf = (did: string, slug: string): boolean =>
  did.startsWith('did:web:') && did.endsWith(issuerPath(slug).replaceAll('/', ':'));

const ownerOf = (organizationId: string, keyId: string): string => `${organizationId}/${keyId}`;

const currentKey = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('issuer_key')
    .select(['id', 'public_key_multibase', 'sealed_private_key'])
    .where('organization_id', '=', organization.id)
    .where('retired_at', 'is', null)
    .executeTakeFirst();

/** Makes the organization's key when it has none. Of two at once, the first one's counts. */
export const ensureIssuerKey = async (scope: Scope, { SECRET }: IssuerConfig): Promise<void> => {
  const { trx, organization, now } = scope;
  if (await currentKey(scope)) return;
  const { publicKeyMultibase, secretKeyMultibase } = await (await generateIssuerKey()).exportKey();
  const id = newId();
  await trx
    .insertInto('issuer_key')
    .values({
      organization_id: organization.id,
      id,
      public_key_multibase: publicKeyMultibase,
      sealed_private_key: seal(SECRET, ownerOf(organization.id, id), secretKeyMultibase),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('organization_id').where('retired_at', 'is', null).doNothing())
    .execute();
};

/**
 * Opens the organization's key in memory, to sign as `did`.
 *
 * @throws Error where there is none: `ensureIssuerKey` comes first.
 */
export const openIssuerKey = async (scope: Scope, { SECRET }: IssuerConfig, did: string): Promise<IssuerKey> => {
  const row = await currentKey(scope);
  if (!row) throw new Error(`The organization ${scope.organization.slug} has no key to sign with.`);
  const secretKeyMultibase = unseal(SECRET, ownerOf(scope.organization.id, row.id), row.sealed_private_key);
  return importIssuerKey({ publicKeyMultibase: row.public_key_multibase, secretKeyMultibase, controller: did });
};

/** Every key that the organization ever signed with, the current one first. */
const listPublicKeys = async ({ trx, organization }: Scope): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('issuer_key')
    .select('public_key_multibase')
    .where('organization_id', '=', organization.id)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.public_key_multibase);
};

/**
 * The keys of an issuer, looked up by the address that a proof names. An installation that moved keeps answering for
 * what it signed at its former address: the key is what proves who signed.
 */
export const issuerKeys = async (
  scope: Scope,
): Promise<(verificationMethod: string) => VerificationKey | undefined> => {
  const known = await listPublicKeys(scope);
  return (verificationMethod) => {
    const [controller = '', publicKeyMultibase = ''] = verificationMethod.split('#');
    if (!isIssuerOf(controller, scope.organization.slug) || !known.includes(publicKeyMultibase)) return undefined;
    return { id: verificationMethod, controller, publicKeyMultibase };
  };
};

/** The document that others find the keys in. `alsoKnownAs` names the current key as a did:key, for use offline. */
export const issuerDocument = async (
  scope: Scope,
  { PUBLIC_URL }: IssuerConfig,
): Promise<DidDocument & { readonly alsoKnownAs: readonly string[] }> => {
  const keys = await listPublicKeys(scope);
  const [current] = keys;
  if (current === undefined) throw noIssuer(scope.organization);
  const did = issuerDid(PUBLIC_URL, scope.organization.slug);
  const document = didWebDocument({ did, keys: keys.map((publicKeyMultibase) => ({ publicKeyMultibase })) });
  return { ...document, alsoKnownAs: [didKeyOf({ publicKeyMultibase: current })] };
};

const noIssuer = ({ name }: Tenant) =>
  new Problem('not-found', 'issuers.no-issuer', `${name} has issued no credentials.`);
