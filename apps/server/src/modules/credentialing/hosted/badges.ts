import { type HostedBadge, hostedAssertion, hostedIssuer, revokedAssertion } from '@testamur/credentials';
import { credentialTitle, type Program } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Pictures } from '../../../platform/pictures/index.ts';
import { issuerDid } from '../../issuers/index.ts';
import { getEdition } from '../../programs/index.ts';
import { drawBadge } from '../downloads/badge/drawing.ts';
import { credentialContent } from '../rules/document.ts';
import { isInForce } from '../rules/state.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';

export type HostedConfig = Pick<Config, 'PUBLIC_URL' | 'MAIL_FROM'>;

/** One badge class of an organization: an edition of a program, and the track where it has tracks. */
export interface BadgeClassId {
  readonly programId: string;
  readonly edition: string;
  /** `axis.option`, joined by commas; empty where the program has no tracks. */
  readonly track: string;
}

const trackText = (track: Readonly<Record<string, string>> = {}): string =>
  Object.entries(track)
    .map(([axis, option]) => `${axis}.${option}`)
    .toSorted()
    .join(',');

const readTrack = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(',').flatMap((pair) => (pair.includes('.') ? [pair.split('.', 2)] : [])));

const addressesOf = (scope: Scope, publicUrl: string, id: BadgeClassId, credentialId: string) => {
  const base = `${publicUrl}/api/badges/2.0`;
  const query = id.track === '' ? '' : `?${new URLSearchParams({ track: id.track })}`;
  const path = [scope.organization.slug, id.programId, id.edition].map(encodeURIComponent).join('/');
  return {
    assertion: `${base}/assertions/${credentialId}`,
    badgeClass: `${base}/classes/${path}${query}`,
    issuer: `${base}/issuers/${scope.organization.slug}`,
    image: `${base}/classes/${path}/picture.png${query}`,
  };
};

/** An issuer of Open Badges 2.0 has an e-mail address; every domain has a postmaster (RFC 5321, 4.5.1). */
const emailOf = ({ MAIL_FROM, PUBLIC_URL }: HostedConfig): string =>
  /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM ?? '')?.[0] ?? `postmaster@${new URL(PUBLIC_URL).hostname}`;

interface Occasion {
  readonly credentialId: string;
  readonly awardedAt: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly salt: string;
}

/** For the class alone, which says nothing of any holder. */
const noOccasion: Occasion = {
  credentialId: '00000000-0000-0000-0000-000000000000',
  awardedAt: '2000-01-01T00:00:00Z',
  validFrom: '2000-01-01T00:00:00Z',
  validUntil: '2000-01-02T00:00:00Z',
  salt: 'of nobody',
};

const hostedBadge = (
  scope: Scope,
  config: HostedConfig,
  { program, id }: { readonly program: Program; readonly id: BadgeClassId },
  { credentialId, salt, awardedAt, ...term }: Occasion,
): HostedBadge => {
  const track = readTrack(id.track);
  const { issuer, ...content } = credentialContent({
    credentialId,
    number: '',
    program,
    title: credentialTitle(program, { track }),
    ...(id.track === '' ? {} : { track }),
    issuer: { did: issuerDid(config.PUBLIC_URL, scope.organization.slug), name: scope.organization.name },
    publicUrl: config.PUBLIC_URL,
    holder: { name: 'Holder', email: 'holder@badge.invalid', salt },
    term: { cycle: 1, ...term },
    awardedAt,
    status: { listUrl: '', index: 0 },
    demonstration: scope.organization.kind !== 'live',
  });
  return hostedAssertion(
    { ...content, issuer: { ...issuer, email: emailOf(config) } },
    addressesOf(scope, config.PUBLIC_URL, id, credentialId),
  );
};

/** The hash and the salt of the holder's address, as they stand in the signed document. */
const recipientOf = ({ credential }: LoadedCredential): { readonly identity: string; readonly salt: string } => {
  const { credentialSubject } = JSON.parse(credential.document) as {
    readonly credentialSubject?: { readonly identifier?: readonly Readonly<Record<string, unknown>>[] };
  };
  const [identifier = {}] = credentialSubject?.identifier ?? [];
  return { identity: String(identifier.identityHash ?? ''), salt: String(identifier.salt ?? '') };
};

/** What is served at the address of an assertion: the assertion, or that it is gone while the credential is not in force. */
export const getHostedAssertion = async (scope: Scope, config: HostedConfig, credentialId: string) => {
  const loaded = await loadCredential(scope, credentialId);
  const { credential, candidacy, state } = loaded;
  const id = {
    programId: candidacy.programId,
    edition: candidacy.edition,
    track: trackText(candidacy.standing.track),
  };
  if (!isInForce(state.status)) {
    const { assertion } = addressesOf(scope, config.PUBLIC_URL, id, credentialId);
    return { gone: true, assertion: revokedAssertion(assertion) };
  }
  const recipient = recipientOf(loaded);
  const { assertion } = hostedBadge(
    scope,
    config,
    { program: candidacy.program, id },
    {
      credentialId,
      salt: recipient.salt,
      awardedAt: credential.issuedAt.toISOString(),
      validFrom: credential.validFrom.toISOString(),
      validUntil: state.validUntil,
    },
  );
  return {
    gone: false,
    assertion: { ...assertion, recipient: { type: 'email', hashed: true, ...recipient } },
  };
};

const editionOf = async ({ trx, organization }: Scope, { programId, edition, track }: BadgeClassId) => {
  const { program } = await getEdition(trx, organization.id, programId, edition);
  const chosen = readTrack(track);
  const axes = program.tracks ?? [];
  const fits =
    Object.keys(chosen).length === axes.length &&
    axes.every(({ id, options }) => options.some((option) => option.id === chosen[id]));
  if (!fits) throw new Problem('not-found', 'credentialing.no-such-badge', 'This program has no such track.');
  return program;
};

export const getHostedBadgeClass = async (scope: Scope, config: HostedConfig, id: BadgeClassId) =>
  hostedBadge(scope, config, { program: await editionOf(scope, id), id }, noOccasion).badgeClass;

/** The badge without anybody's credential in it. */
export const getHostedPicture = async (pictures: Pictures, scope: Scope, id: BadgeClassId): Promise<File> => {
  const program = await editionOf(scope, id);
  const drawing = drawBadge({
    title: credentialTitle(program, { track: readTrack(id.track) }),
    abbreviation: program.abbreviation,
    organizationName: scope.organization.name,
    organizationAbbreviation: program.organization.abbreviation,
    edition: program.edition,
    demonstration: scope.organization.kind !== 'live',
  });
  return new File([Uint8Array.from(await pictures.png(drawing))], `${program.id}.png`, { type: 'image/png' });
};

export const getHostedIssuer = ({ organization }: Scope, config: HostedConfig) =>
  hostedIssuer(
    {
      id: issuerDid(config.PUBLIC_URL, organization.slug),
      name: organization.name,
      url: config.PUBLIC_URL,
      email: emailOf(config),
    },
    `${config.PUBLIC_URL}/api/badges/2.0/issuers/${organization.slug}`,
  );
