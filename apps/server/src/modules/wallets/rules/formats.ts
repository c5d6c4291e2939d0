/** How a wallet may have a credential: the format identifiers of OpenID4VCI 1.0, Appendix A. */
export const walletFormats = ['dc+sd-jwt', 'ldp_vc', 'jwt_vc_json'] as const;
export type WalletFormat = (typeof walletFormats)[number];

/** The one that most wallets read, and the only one of which its holder can show parts. */
export const defaultFormat: WalletFormat = 'dc+sd-jwt';

/** Identifier of what the issuer offers: one certification in one format. */
export const configurationId = (programId: string, format: WalletFormat): string => `${programId}.${format}`;

/** The credential issuer identifier of an organization (12.2.1); also the issuer of its access tokens. */
export const walletIssuer = (publicUrl: string, slug: string): string => `${publicUrl}/api/wallets/${slug}`;

/** The type of a certification as an SD-JWT VC (`vct`); its metadata is read at this address. */
export const credentialType = (publicUrl: string, slug: string, programId: string): string =>
  `${walletIssuer(publicUrl, slug)}/types/${programId}`;
