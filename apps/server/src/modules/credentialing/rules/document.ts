import type { AchievementCredentialInput } from '@testamur/credentials';
import type { CredentialTerm, Program } from '@testamur/program';

export interface DocumentOrder {
  readonly credentialId: string;
  readonly number: string;
  readonly program: Program;
  /** What the credential is called, its track filled in. */
  readonly title: string;
  /** The option chosen on each axis, where the program has tracks. */
  readonly track?: Readonly<Record<string, string>>;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly publicUrl: string;
  readonly holder: { readonly name: string; readonly email: string; readonly salt: string };
  readonly term: CredentialTerm;
  /** ISO 8601 instant of the grant. */
  readonly awardedAt: string;
  readonly status: { readonly listUrl: string; readonly index: number };
  readonly demonstration: boolean;
}

/** What the credential says, as Open Badges 3.0 wants it said. */
export const credentialContent = (order: DocumentOrder): AchievementCredentialInput => {
  const { program, issuer, publicUrl, holder, term, status } = order;
  const page = `${publicUrl}/programs/${program.id}`;
  // Each track is an achievement of its own.
  const query = new URLSearchParams({ edition: program.edition, ...order.track });
  return {
    id: `urn:uuid:${order.credentialId}`,
    issuer: { id: issuer.did, name: issuer.name, url: publicUrl },
    validFrom: term.validFrom,
    validUntil: term.validUntil,
    awardedDate: order.awardedAt,
    holder: {
      name: holder.name,
      licenseNumber: order.number,
      identity: { kind: 'email', address: holder.email, salt: holder.salt },
    },
    achievement: {
      id: `${page}?${query}`,
      name: order.title,
      description: program.scope,
      criteria: { id: page, narrative: program.credential.criteria },
      version: program.edition,
      humanCode: program.abbreviation,
      language: program.language,
    },
    status: [{ purpose: 'revocation', ...status }],
    demonstration: order.demonstration,
  };
};
