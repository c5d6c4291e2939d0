import {
  type AlignmentInput,
  alignmentsOf,
  type CreatorInput,
  creatorOf,
  type EvidenceInput,
  evidenceOf,
  type ImageInput,
  imageOf,
  present,
  type ResultDescriptionInput,
  type ResultInput,
  resultDescriptionsOf,
  resultsOf,
} from './achievement-details.ts';
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
    readonly image?: ImageInput;
  };
  readonly validFrom: string;
  /** Last moment of validity; absent means without end. */
  readonly validUntil?: string;
  readonly awardedDate?: string;
  /** Title on the credential; the achievement's name when absent. */
  readonly name?: string;
  readonly description?: string;
  /** The certificate as a picture. */
  readonly image?: ImageInput;
  /** What the decision rests on. */
  readonly evidence?: readonly EvidenceInput[];
  readonly holder: {
    readonly name: string;
    readonly identity: HolderIdentity;
    /** A DID or other URI of the holder. */
    readonly id?: string;
    /** Number of the certificate. */
    readonly licenseNumber?: string;
    /** Scores and outcomes that the holder wants to show. */
    readonly results?: readonly ResultInput[];
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
    /** The badge. */
    readonly image?: ImageInput;
    readonly alignment?: readonly AlignmentInput[];
    readonly creator?: CreatorInput;
    readonly fieldOfStudy?: string;
    /** Scope or level within the field. */
    readonly specialization?: string;
    readonly resultDescription?: readonly ResultDescriptionInput[];
  };
  /** Where its status can be read: at most one entry for each purpose. */
  readonly status?: readonly StatusReference[];
  /** Marks the credential, in its name, description, tags and evidence, as one that certifies nobody. */
  readonly demonstration?: boolean;
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
    image: imageOf(achievement.image, 'achievement.image'),
    alignment: alignmentsOf(achievement.alignment),
    creator: creatorOf(achievement.creator),
    fieldOfStudy: achievement.fieldOfStudy,
    specialization: achievement.specialization,
    resultDescription: resultDescriptionsOf(achievement.resultDescription),
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
    result: resultsOf(holder.results, input.achievement.resultDescription),
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
 * `credentialSchema` is left out: the type `1EdTechJsonSchemaValidator2019` that Open Badges wants in it is defined by
 * none of its versioned contexts, so it could not be signed. Texts are plain: its schema knows no language objects.
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
  const evidence = [
    ...(demonstration
      ? evidenceOf([{ name: 'Demonstration', genre: DEMONSTRATION.tag, narrative: DEMONSTRATION.notice }])
      : []),
    ...evidenceOf(input.evidence),
  ];
  const name = input.name ?? achievement.name;
  const description = input.description ?? achievement.description;
  return present({
    '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: input.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: demonstration ? `${name} ${DEMONSTRATION.name}` : name,
    description: demonstration ? `${DEMONSTRATION.notice} ${description}` : description,
    issuer: present({
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      url: issuer.url,
      email: issuer.email,
      image: imageOf(issuer.image, 'issuer.image'),
    }),
    validFrom,
    validUntil,
    awardedDate,
    credentialSubject: subjectOf(input),
    credentialStatus: statusOf(input.status ?? []),
    evidence: evidence.length > 0 ? evidence : undefined,
    image: imageOf(input.image, 'image'),
  });
}
