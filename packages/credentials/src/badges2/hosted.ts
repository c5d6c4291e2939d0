import type { AchievementCredentialInput } from '../achievement.ts';
import { DEMONSTRATION } from '../achievement.ts';
import { instantOf } from '../dates.ts';
import { identityObject } from '../identity.ts';
import type { JsonObject } from '../json.ts';

/** Context of Open Badges 2.0. */
export const OPEN_BADGES_2_CONTEXT = 'https://w3id.org/openbadges/v2';

/** Where the three documents are served. All on one origin: a verifier believes an assertion by where it found it. */
export interface HostedAddresses {
  readonly assertion: string;
  readonly badgeClass: string;
  readonly issuer: string;
  /** The picture of the badge, PNG or SVG. */
  readonly image: string;
}

/** The three documents of a badge, each to be served as JSON-LD at its own address. */
export interface HostedBadge {
  readonly assertion: JsonObject;
  readonly badgeClass: JsonObject;
  readonly issuer: JsonObject;
}

function originOf(address: string, member: string): string {
  if (!URL.canParse(address) || !/^https?:\/\//.test(address)) {
    throw new RangeError(`addresses.${member} must be an http(s) address, not "${address}".`);
  }
  return new URL(address).origin;
}

function checkAddresses(addresses: HostedAddresses): void {
  const { assertion, badgeClass, issuer, image } = addresses;
  originOf(image, 'image');
  const own = originOf(issuer, 'issuer');
  for (const [member, address] of Object.entries({ assertion, badgeClass })) {
    if (originOf(address, member) !== own) {
      throw new RangeError(`addresses.${member} must be on the origin of the issuer, ${own}: others are not believed.`);
    }
  }
}

function recipientOf(holder: AchievementCredentialInput['holder']): JsonObject {
  const { hashed, identityHash, salt } = identityObject(holder.identity, holder.name);
  return holder.identity.kind === 'email'
    ? { type: 'email', hashed: hashed ?? true, identity: identityHash ?? '', salt: salt ?? '' }
    : { type: 'name', hashed: false, identity: holder.name };
}

function assertionOf(input: AchievementCredentialInput, addresses: HostedAddresses): JsonObject {
  const { demonstration = false, validFrom, validUntil, awardedDate, holder } = input;
  return {
    '@context': OPEN_BADGES_2_CONTEXT,
    type: 'Assertion',
    id: addresses.assertion,
    recipient: recipientOf(holder),
    badge: addresses.badgeClass,
    verification: { type: 'HostedBadge' },
    issuedOn: awardedDate ?? validFrom,
    ...(validUntil === undefined ? {} : { expires: validUntil }),
    ...(demonstration ? { narrative: DEMONSTRATION.notice } : {}),
  };
}

function badgeClassOf(input: AchievementCredentialInput, addresses: HostedAddresses): JsonObject {
  const { achievement, demonstration = false } = input;
  const tags = [...(achievement.tags ?? []), ...(demonstration ? [DEMONSTRATION.tag] : [])];
  const description = input.description ?? achievement.description;
  const name = input.name ?? achievement.name;
  return {
    '@context': OPEN_BADGES_2_CONTEXT,
    type: 'BadgeClass',
    id: addresses.badgeClass,
    name: demonstration ? `${name} ${DEMONSTRATION.name}` : name,
    description: demonstration ? `${DEMONSTRATION.notice} ${description}` : description,
    image: addresses.image,
    criteria: { id: achievement.criteria.id, narrative: achievement.criteria.narrative },
    issuer: addresses.issuer,
    version: achievement.version,
    ...(achievement.language === undefined ? {} : { '@language': achievement.language }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

/**
 * Writes a credential as a hosted badge of Open Badges 2.0, for displays that know nothing newer: the Assertion, its
 * BadgeClass and the Issuer's Profile.
 *
 * Such a badge is not signed. It is believed because it is found at its address, so it must be served there as
 * `application/ld+json` as long as it is valid, and as `revokedAssertion` with the HTTP status 410 after a revocation.
 * A suspension has no place in it: serve the revoked form while it lasts.
 *
 * @param input of the credential that the badge repeats; the recipient is hashed as there, with the same salt.
 * @throws {RangeError} when an address is none, the assertion or the badge class is on another origin than the
 *   issuer, a time is none, or the issuer has no e-mail address, which version 2.0 wants.
 * @see Open Badges 2.0, 2 (Assertion, BadgeClass, Profile, IdentityObject) and 5.1 (hosted verification).
 */
export function hostedAssertion(input: AchievementCredentialInput, addresses: HostedAddresses): HostedBadge {
  checkAddresses(addresses);
  const { issuer, validFrom, validUntil, awardedDate } = input;
  const issuedOn = instantOf(awardedDate ?? validFrom, awardedDate === undefined ? 'validFrom' : 'awardedDate');
  if (validUntil !== undefined && instantOf(validUntil, 'validUntil') < issuedOn) {
    throw new RangeError('validUntil must not lie before the time of issue.');
  }
  return {
    assertion: assertionOf(input, addresses),
    badgeClass: badgeClassOf(input, addresses),
    issuer: hostedIssuer(issuer, addresses.issuer),
  };
}

/**
 * The Profile of an issuer alone, the third of the documents of `hostedAssertion`.
 *
 * @param address where it is served; verifiers believe assertions below the same origin.
 * @throws {RangeError} when the address is none, or the issuer has no e-mail address.
 * @see Open Badges 2.0, 2 (Profile, VerificationObject of an issuer).
 */
export function hostedIssuer(issuer: AchievementCredentialInput['issuer'], address: string): JsonObject {
  originOf(address, 'issuer');
  if (issuer.email === undefined) {
    throw new RangeError('issuer.email is needed: an issuer of Open Badges 2.0 has an e-mail address.');
  }
  return {
    '@context': OPEN_BADGES_2_CONTEXT,
    type: 'Issuer',
    id: address,
    name: issuer.name,
    url: issuer.url,
    email: issuer.email,
    verification: { startsWith: new URL('/', address).href, allowedOrigins: new URL(address).host },
  };
}

/**
 * What is served at the address of an assertion after its revocation, with the HTTP status 410 (Gone).
 *
 * @param reason said to everyone who looks; leave out what is nobody's business.
 * @throws {RangeError} when the address is none.
 * @see Open Badges 2.0, 5.1 (hosted verification: revoked assertions).
 */
export function revokedAssertion(assertion: string, reason?: string): JsonObject {
  originOf(assertion, 'assertion');
  return {
    '@context': OPEN_BADGES_2_CONTEXT,
    type: 'Assertion',
    id: assertion,
    revoked: true,
    ...(reason === undefined ? {} : { revocationReason: reason }),
  };
}
