import type { Check, CheckCode } from '../report.ts';
import { statusErrorType } from '../status/errors.ts';

/** What is wrong, as RFC 9457 has it; `type` is a URL of the standards wherever one has a name for it. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
}

const DATA_MODEL = 'https://www.w3.org/TR/vc-data-model#';
const SECURITY = 'https://w3id.org/security#';

type ProblemKind =
  | 'parsing'
  | 'malformed'
  | 'range'
  | 'security'
  | 'proof-malformed'
  | 'proof-refused'
  | 'data-loss'
  | 'domain'
  | 'challenge'
  | 'generation';

const KINDS: Readonly<Record<ProblemKind, readonly [type: string, title: string]>> = {
  parsing: [`${DATA_MODEL}PARSING_ERROR`, 'The request cannot be read'],
  malformed: [`${DATA_MODEL}MALFORMED_VALUE_ERROR`, 'A value does not have the form that it must have'],
  range: [`${DATA_MODEL}RANGE_ERROR`, 'A value lies outside its range'],
  security: [`${DATA_MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'The securing mechanism does not hold'],
  'proof-malformed': [`${SECURITY}MALFORMED_PROOF_ERROR`, 'The proof does not have the form that it must have'],
  'proof-refused': [`${SECURITY}PROOF_VERIFICATION_ERROR`, 'The proof does not hold'],
  'data-loss': [`${SECURITY}DATA_LOSS_DETECTION_ERROR`, 'A term would be lost'],
  domain: [`${SECURITY}INVALID_DOMAIN_ERROR`, 'The proof was made for another domain'],
  challenge: [`${SECURITY}INVALID_CHALLENGE_ERROR`, 'The proof answers another challenge'],
  generation: [`${SECURITY}PROOF_GENERATION_ERROR`, 'The proof cannot be made'],
};

/**
 * A problem of one of the kinds that the standards name.
 *
 * @see Verifiable Credentials Data Model 2.0, 7.2; Verifiable Credential Data Integrity 1.0, 4.7 (processing errors).
 */
export function problem(kind: ProblemKind, detail: string): ProblemDetails {
  const [type, title] = KINDS[kind];
  return { type, title, detail };
}

const BY_CODE: { readonly [Code in CheckCode]?: ProblemKind } = {
  unreadable: 'malformed',
  malformed: 'malformed',
  'context-unknown': 'malformed',
  'proof-missing': 'proof-malformed',
  'proof-malformed': 'proof-malformed',
  'proof-unsupported': 'proof-malformed',
  'proof-expired': 'proof-refused',
  'signature-invalid': 'proof-refused',
  'term-undefined': 'data-loss',
  expired: 'range',
  'not-yet-valid': 'range',
  'status-out-of-range': 'range',
};

/** The problem that a check found. */
export function problemOfCheck(check: Check): ProblemDetails {
  const status = statusErrorType(check.code);
  return status === undefined
    ? problem(BY_CODE[check.code] ?? 'security', check.detail)
    : { type: status, title: 'The status cannot be read off its list', detail: check.detail };
}
