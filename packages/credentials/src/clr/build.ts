import { CLR_CONTEXT, CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from '../contexts.ts';
import { instantOf } from '../dates.ts';
import { type HolderIdentity, identityObject } from '../identity.ts';
import { isObject, type JsonObject, listOf, screenDocument } from '../json.ts';
import { type StatusReference, statusEntry } from '../status/credential.ts';

/** How two achievements of a record belong together: the source … the target. */
export type AssociationType =
  | 'exactMatchOf'
  | 'isChildOf'
  | 'isParentOf'
  | 'isPartOf'
  | 'isPeerOf'
  | 'isRelatedTo'
  | 'precedes'
  | 'replacedBy';

/** The whole record of one holder. Times are xsd:dateTimeStamp, identifiers absolute URIs. */
export interface ClrCredentialInput {
  readonly id: string;
  /** Who vouches for the record as a whole; the signer's `controller`. */
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string; readonly email?: string };
  readonly name: string;
  readonly description?: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly awardedDate?: string;
  readonly holder: { readonly name: string; readonly identity: HolderIdentity; readonly id?: string };
  /** Signed achievement credentials, as `issueCredential` returned them; at least one, their own proofs stay in them. */
  readonly credentials: readonly object[];
  /** Further achievements that the associations speak of, in the form in which credentials hold them. */
  readonly achievements?: readonly JsonObject[];
  /** Between achievements of the record, by their ids. */
  readonly associations?: readonly {
    readonly type: AssociationType;
    readonly sourceId: string;
    readonly targetId: string;
  }[];
  readonly status?: StatusReference;
}

function refuse(problem: string): never {
  throw new RangeError(`The record cannot be built: ${problem}`);
}

function signedCredential(credential: object, at: number): JsonObject {
  const screened = screenDocument(credential);
  if (!screened.ok) {
    return refuse(`credentials[${at}]: ${screened.problem}.`);
  }
  return listOf(screened.document.proof).length > 0 ? screened.document : refuse(`credentials[${at}] is not signed.`);
}

function achievementsOf(credentials: readonly JsonObject[], more: readonly JsonObject[]): JsonObject[] {
  const asserted = credentials
    .flatMap((credential) => listOf(credential.credentialSubject))
    .flatMap((subject) => (isObject(subject) ? listOf(subject.achievement) : []))
    .filter(isObject);
  const byId = new Map<string, JsonObject>();
  for (const achievement of [...asserted, ...more]) {
    if (typeof achievement.id === 'string' && !byId.has(achievement.id)) {
      byId.set(achievement.id, achievement);
    }
  }
  return [...byId.values()];
}

function associationsOf(input: ClrCredentialInput, known: readonly JsonObject[]): JsonObject[] {
  const ids = new Set(known.map((achievement) => achievement.id));
  return (input.associations ?? []).map(({ type, sourceId, targetId }, at) => {
    const unknown = [sourceId, targetId].find((id) => !ids.has(id));
    return unknown === undefined
      ? { type: 'Association', associationType: type, sourceId, targetId }
      : refuse(`associations[${at}] names "${unknown}", which is no achievement of the record.`);
  });
}

function checkTimes(input: ClrCredentialInput): void {
  const from = instantOf(input.validFrom, 'validFrom');
  if (input.validUntil !== undefined && instantOf(input.validUntil, 'validUntil') < from) {
    refuse('validUntil must not lie before validFrom.');
  }
  if (input.awardedDate !== undefined) {
    instantOf(input.awardedDate, 'awardedDate');
  }
}

/**
 * Writes the unsigned ClrCredential of a holder's whole record: it bundles signed credentials, which stay verifiable
 * one by one, and lists their achievements and how they belong together.
 *
 * The record says nothing of being complete: the context of CLR 2.0.1 defines no term `partial`, so it could not be
 * signed. Its holder must be that of each credential; the issuer of the record vouches for that by signing.
 *
 * @returns plain JSON for `issueCredential`; `verifyClrCredential` reads it.
 * @throws {RangeError} when there is no credential, one is not signed, an association names no achievement of the
 *   record, a time is none, or a name is empty; the message names the member.
 * @see Comprehensive Learner Record 2.0, data model: ClrCredential, ClrSubject, Association.
 */
export function buildClrCredential(input: ClrCredentialInput): JsonObject {
  const { issuer, holder, description, validUntil, awardedDate, status } = input;
  checkTimes(input);
  for (const [member, text] of Object.entries({ name: input.name, 'holder.name': holder.name })) {
    if (text.trim() === '') {
      refuse(`${member} must not be empty.`);
    }
  }
  if (input.credentials.length === 0) {
    refuse('credentials must hold one or more.');
  }
  const credentials = input.credentials.map(signedCredential);
  const achievement = achievementsOf(credentials, input.achievements ?? []);
  const association = associationsOf(input, achievement);
  return {
    '@context': [CREDENTIALS_CONTEXT, CLR_CONTEXT, OPEN_BADGES_CONTEXT],
    id: input.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: input.name,
    ...(description === undefined ? {} : { description }),
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      url: issuer.url,
      ...(issuer.email === undefined ? {} : { email: issuer.email }),
    },
    validFrom: input.validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(awardedDate === undefined ? {} : { awardedDate }),
    credentialSubject: {
      ...(holder.id === undefined ? {} : { id: holder.id }),
      type: ['ClrSubject'],
      name: holder.name,
      identifier: [identityObject(holder.identity, holder.name)],
      achievement,
      verifiableCredential: credentials,
      ...(association.length === 0 ? {} : { association }),
    },
    ...(status === undefined ? {} : { credentialStatus: statusEntry(status) }),
  };
}
