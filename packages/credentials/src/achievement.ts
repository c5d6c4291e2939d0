import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from './contexts.ts';
import { instantOf } from './dates.ts';
import { type HolderIdentity, identityObject } from './identity.ts';
import type { Json, JsonObject } from './json.ts';
import { type StatusReference, statusEntry } from './status/credential.ts';

/** The words that mark a credential which certifies nobody. */
export const DEMONSTRATION = {
  name: '(demonstration)',
  tag: 'demonstration',
  notice: 'Issued by a demonstration of the software. It certifies nobody and gives no right.',
} as const;

/** All that an achievement credential says. Times are xsd:dateTimeStamp, identifiers absolute URIs. */
export interface AchievementCredentialInput {
  /** For example `urn:uuid:…`, or the credential's own address. */
  readonly id: string;
  readonly issuer: {
    /** did:web or did:key; the signer's `controller`. */
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly email?: string;
  };
  readonly validFrom: string;
  /** Last moment of validity; absent means without end. */
  readonly validUntil?: string;
  readonly awardedDate?: string;
  /** Title on the credential; the achievement's name when absent. */
  readonly name?: string;
  readonly description?: string;
  readonly holder: {
    readonly name: string;
    readonly identity: HolderIdentity;
    /** A DID or other URI of the holder. */
    readonly id?: string;
    /** Number of the certificate. */
    readonly licenseNumber?: string;
  };
  readonly achievement: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly criteria: { readonly id: string; readonly narrative: string };
    /** Edition of the program. */
    readonly version: string;
    /** Abbreviation, for example `CALT`. */
    readonly humanCode?: string;
    /** BCP 47 language tag, for example `en-US`. */
    readonly language?: string;
    readonly tags?: readonly string[];
  };
  /** Where its status can be read: at most one entry for each purpose. */
  readonly status?: readonly StatusReference[];
  /** Marks the credential, in its name, description, tags and evidence, as one that certifies nobody. */
  readonly demonstration?: boolean;
}

function present(members: Record<string, Json | undefined>): JsonObject {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined) {
      result[name] = value;
    }
  }
  return result;
}

function achievementOf(input: AchievementCredentialInput): JsonObject {
  const { achievement, demonstration = false } = input;
  const tags = [...(achievement.tags ?? []), ...(demonstration ? [DEMONSTRATION.tag] : [])];
  return present({
    id: achievement.id,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: achievement.name,
    description: achievement.description,
    criteria: { id: achievement.criteria.id, narrative: achievement.criteria.narrative },
    version: achievement.version,
    humanCode: achievement.humanCode,
    inLanguage: achievement.language,
    tag: tags.length > 0 ? tags : undefined,
  });
}

function subjectOf(input: AchievementCredentialInput): JsonObject {
  const { holder } = input;
  return present({
    id: holder.id,
    type: ['AchievementSubject'],
    name: holder.name,
    identifier: [identityObject(holder.identity, holder.name)],
    licenseNumber: holder.licenseNumber,
    achievement: achievementOf(input),
  });
}

/** One entry stands alone, as the JSON Schema of Open Badges wants it; the data model allows a list of more. */
function statusOf(references: readonly StatusReference[]): Json | undefined {
  const entries = references.map(statusEntry);
  if (new Set(references.map((reference) => reference.purpose)).size !== references.length) {
    throw new RangeError('status must have at most one entry for each purpose.');
  }
  return entries.length > 1 ? entries : entries[0];
}

/**
 * Writes the unsigned Open Badges 3.0 AchievementCredential of a certification.
 *
 * @returns plain JSON for `issueCredential`.
 * @throws {RangeError} when a time is none, validUntil lies before validFrom, a text that must be there is empty, or
 *   the holder's identity or a status reference is no such thing; the message names the member.
 * @see Open Badges 3.0, data model: AchievementCredential, AchievementSubject, Achievement, Profile, Evidence;
 *   Verifiable Credentials Data Model 2.0, 4.
 */
export function buildAchievementCredential(input: AchievementCredentialInput): JsonObject {
  const { issuer, validFrom, validUntil, awardedDate, demonstration = false, achievement } = input;
  const from = instantOf(validFrom, 'validFrom');
  if (validUntil !== undefined && instantOf(validUntil, 'validUntil') < from) {
    throw new RangeError('validUntil must not lie before validFrom.');
  }
  if (awardedDate !== undefined) {
    instantOf(awardedDate, 'awardedDate');
  }
  const named = { 'holder.name': input.holder.name, 'issuer.name': issuer.name, 'achievement.name': achievement.name };
  for (const [member, text] of Object.entries(named)) {
    if (text.trim() === '') {
      throw new RangeError(`${member} must not be empty.`);
    }
  }
  const name = input.name ?? achievement.name;
  const description = input.description ?? achievement.description;
  return present({
    '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: input.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: demonstration ? `${name} ${DEMONSTRATION.name}` : name,
    description: demonstration ? `${DEMONSTRATION.notice} ${description}` : description,
    issuer: present({ id: issuer.id, type: ['Profile'], name: issuer.name, url: issuer.url, email: issuer.email }),
    validFrom,
    validUntil,
    awardedDate,
    credentialSubject: subjectOf(input),
    credentialStatus: statusOf(input.status ?? []),
    evidence: demonstration
      ? [{ type: ['Evidence'], name: 'Demonstration', genre: DEMONSTRATION.tag, narrative: DEMONSTRATION.notice }]
      : undefined,
  });
}
