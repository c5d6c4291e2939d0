import { didWebOf } from '@testamur/credentials';
import type { Config } from '../../platform/config/index.ts';

/** What signing and keeping keys needs of the configuration. */
export type IssuerConfig = Pick<
  Config,
  | 'PUBLIC_URL'
  | 'SECRET'
  | 'SECRET_FORMER'
  | 'ISSUER_KEYS'
  | 'ISSUER_KEY_WAIT_MINUTES'
  | 'PKCS11_MODULE'
  | 'PKCS11_TOKEN'
  | 'PKCS11_PIN'
  | 'KMS_REGION'
  | 'KMS_ENDPOINT'
>;

const issuerPath = (slug: string): string => `/api/issuers/${slug}`;

export const issuerUrl = (publicUrl: string, slug: string): string => `${publicUrl}${issuerPath(slug)}`;

/** Such as `did:web:example.org:api:issuers:association`, read at `/api/issuers/association/did.json`. */
export const issuerDid = (publicUrl: string, slug: string): string => didWebOf(issuerUrl(publicUrl, slug));

/** Whether a DID is this organization's, at its present address or at a former one of the installation. */
export const isIssuerOf = (did: string, slug: string): boolean =>
  did.startsWith('did:web:') && did.endsWith(issuerPath(slug).replaceAll('/', ':'));
