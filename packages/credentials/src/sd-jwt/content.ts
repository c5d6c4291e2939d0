import { present } from '../achievement-details.ts';
import { parseTimestamp } from '../dates.ts';
import { isObject, type Json, type JsonObject, screenDocument } from '../json.ts';

/** Claims that must always be shown: without them nobody can tell who issued what, for how long, to which key. */
export const ALWAYS_SHOWN: ReadonlySet<string> = new Set([
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  'credentialStatus',
]);

/** What of a certification its holder may show or keep back, by the names of `contentOfCredential`. */
export const DISCLOSABLE_CLAIMS = [
  'name',
  'license_number',
  'awarded_date',
  'valid_from',
  'valid_until',
  'scope',
  'edition',
  'holder_id',
] as const;

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/**
 * The flat claims of an achievement credential, for a token of selective disclosure.
 *
 * `valid_from` and `valid_until` repeat the period as a person reads it, and may be kept back; the claims `nbf` and
 * `exp` stay. `credentialStatus` is the entry of the credential, so that both forms are revoked together.
 *
 * @param credential an AchievementCredential, signed or not; of the proof nothing is kept.
 * @returns the claims, and the period for `issueSdJwtCredential`.
 * @throws {RangeError} when it is no credential with one achievement.
 */
export function contentOfCredential(credential: object): {
  content: JsonObject;
  validFrom?: string;
  validUntil?: string;
} {
  const screened = screenDocument(credential);
  if (!screened.ok) {
    throw new RangeError(`The credential cannot be read: ${screened.problem}.`);
  }
  const { document } = screened;
  const subject = objectOf(document.credentialSubject);
  const achievement = objectOf(subject.achievement);
  if (typeof achievement.id !== 'string') {
    throw new RangeError('The credential must have one credentialSubject with one achievement.');
  }
  const issuer = objectOf(document.issuer);
  const { validFrom, validUntil } = document;
  const content = present({
    credential_id: document.id,
    title: document.name ?? achievement.name,
    program: achievement.id,
    code: achievement.humanCode,
    edition: achievement.version,
    description: achievement.description,
    scope: achievement.specialization,
    issuer_name: issuer.name,
    issuer_url: issuer.url,
    holder_id: subject.id,
    name: subject.name,
    license_number: subject.licenseNumber,
    awarded_date: document.awardedDate,
    valid_from: validFrom,
    valid_until: validUntil,
    credentialStatus: document.credentialStatus,
  });
  return {
    content,
    ...(typeof validFrom === 'string' && parseTimestamp(validFrom) !== undefined ? { validFrom } : {}),
    ...(typeof validUntil === 'string' && parseTimestamp(validUntil) !== undefined ? { validUntil } : {}),
  };
}
