import type { AuthorizationServerMetadata } from '@openid4vc/oauth2';
import { type CredentialIssuerMetadata, type IssuerMetadataResult, Openid4vciVersion } from '@openid4vc/openid4vci';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from '@testamur/credentials';
import type { Program } from '@testamur/program';
import type { Tenant } from '../../../platform/http/index.ts';
import { configurationId, credentialType, type WalletFormat, walletFormats, walletIssuer } from '../rules/formats.ts';
import { authorizationServer, credentialIssuer, holderAlgorithms } from './library.ts';

export const preAuthorizedGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** Several keys of one wallet at a time, so that two verifiers need not see the same one. */
export const mostProofs = 5;

const walletColors = { background_color: '#1B2024', text_color: '#FFFFFF' } as const;

/** What the holder reads about each claim; the paths are those of the format (OpenID4VCI 1.0, Appendix C). */
const claimNames = [
  { sdJwt: 'name', subject: 'name', title: 'Name' },
  { sdJwt: 'license_number', subject: 'licenseNumber', title: 'Number' },
] as const;

const topClaims = [
  { sdJwt: 'title', member: 'name', title: 'Certification' },
  { sdJwt: 'issuer_name', member: undefined, title: 'Certifying body' },
  { sdJwt: 'awarded_date', member: 'awardedDate', title: 'Awarded' },
  { sdJwt: 'valid_from', member: 'validFrom', title: 'In force from' },
  { sdJwt: 'valid_until', member: 'validUntil', title: 'In force until' },
] as const;

const named = (path: readonly string[], name: string) => ({ path: [...path], display: [{ name, locale: 'en' }] });

const claimsOf = (format: WalletFormat) =>
  format === 'dc+sd-jwt'
    ? [...claimNames, ...topClaims].map(({ sdJwt, title }) => named([sdJwt], title))
    : [
        ...claimNames.map(({ subject, title }) => named(['credentialSubject', subject], title)),
        ...topClaims.flatMap(({ member, title }) => (member === undefined ? [] : [named([member], title)])),
      ];

/** In a wallet it stands beside what is real. */
const marked = ({ kind }: Tenant, name: string): string => (kind === 'live' ? name : `${name} (demonstration)`);

const definitionOf = (publicUrl: string, slug: string, program: Program, format: WalletFormat) => {
  const type = ['VerifiableCredential', 'AchievementCredential'];
  if (format === 'dc+sd-jwt') {
    return {
      format,
      vct: credentialType(publicUrl, slug, program.id),
      credential_signing_alg_values_supported: ['EdDSA', 'ES256'],
    };
  }
  return format === 'ldp_vc'
    ? {
        format,
        credential_definition: { '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT], type },
        credential_signing_alg_values_supported: ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019'],
      }
    : {
        format,
        credential_definition: { type },
        credential_signing_alg_values_supported: ['EdDSA', 'ES256'],
      };
};

const configurationOf = (publicUrl: string, organization: Tenant, program: Program, format: WalletFormat) => ({
  ...definitionOf(publicUrl, organization.slug, program, format),
  cryptographic_binding_methods_supported: ['jwk', 'did:key', 'did:jwk'],
  proof_types_supported: { jwt: { proof_signing_alg_values_supported: [...holderAlgorithms] } },
  credential_metadata: {
    display: [
      {
        name: marked(organization, program.title),
        locale: program.language,
        description: `Certification by ${organization.name}`,
        logo: { uri: `${publicUrl}/favicon.svg`, alt_text: organization.name },
        ...walletColors,
      },
    ],
    claims: claimsOf(format),
  },
});

/** OpenID4VCI 1.0, 12.2.4. Every certification of the organization in every format. */
export const issuerMetadata = (
  publicUrl: string,
  organization: Tenant,
  programs: readonly Program[],
): CredentialIssuerMetadata => {
  const issuer = walletIssuer(publicUrl, organization.slug);
  return credentialIssuer.createCredentialIssuerMetadata({
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/credential`,
    nonce_endpoint: `${issuer}/nonce`,
    notification_endpoint: `${issuer}/notification`,
    batch_credential_issuance: { batch_size: mostProofs },
    display: [
      {
        name: marked(organization, organization.name),
        locale: 'en',
        logo: { uri: `${publicUrl}/favicon.svg`, alt_text: organization.name },
      },
    ],
    credential_configurations_supported: Object.fromEntries(
      programs.flatMap((program) =>
        walletFormats.map((format) => [
          configurationId(program.id, format),
          configurationOf(publicUrl, organization, program, format),
        ]),
      ),
    ),
  });
};

/** RFC 8414. Nobody is sent to sign in: a holder who has signed in here hands the wallet a code. */
export const serverMetadata = (publicUrl: string, slug: string): AuthorizationServerMetadata => {
  const issuer = walletIssuer(publicUrl, slug);
  return authorizationServer.createAuthorizationServerMetadata({
    issuer,
    token_endpoint: `${issuer}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: [preAuthorizedGrant],
    response_types_supported: [],
    'pre-authorized_grant_anonymous_access_supported': true,
    dpop_signing_alg_values_supported: [...holderAlgorithms],
  });
};

/** Both, as the library wants them to read a request. */
export const metadataResult = (
  publicUrl: string,
  organization: Tenant,
  programs: readonly Program[],
): IssuerMetadataResult => {
  const metadata = issuerMetadata(publicUrl, organization, programs);
  return {
    originalDraftVersion: Openid4vciVersion.V1,
    credentialIssuer: metadata,
    authorizationServers: [serverMetadata(publicUrl, organization.slug)],
    knownCredentialConfigurations: credentialIssuer.getKnownCredentialConfigurationsSupported(metadata),
  };
};

/** SD-JWT VC, 4: what a wallet shows of the type, without a picture of its own. */
export const typeMetadata = (publicUrl: string, organization: Tenant, program: Program) => ({
  vct: credentialType(publicUrl, organization.slug, program.id),
  name: marked(organization, program.title),
  description: `Certification by ${organization.name}`,
  display: [
    {
      locale: program.language,
      name: marked(organization, program.title),
      description: `Certification by ${organization.name}`,
      rendering: {
        simple: { ...walletColors, logo: { uri: `${publicUrl}/favicon.svg`, alt_text: organization.name } },
      },
    },
  ],
  claims: claimsOf('dc+sd-jwt').map(({ path, display }) => ({
    path,
    display: display.map(({ name: label, locale }) => ({ locale, label, name: label })),
  })),
});
