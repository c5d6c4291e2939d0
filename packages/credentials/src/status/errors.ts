import type { CheckCode } from '../report.ts';

const VOCABULARY = 'https://www.w3.org/ns/credentials/status-list#';

const NAMES: { readonly [Code in CheckCode]?: string } = {
  'status-list-missing': 'STATUS_RETRIEVAL_ERROR',
  'status-list-untrusted': 'STATUS_VERIFICATION_ERROR',
  'status-list-stale': 'STATUS_VERIFICATION_ERROR',
  'status-list-malformed': 'STATUS_VERIFICATION_ERROR',
  'status-list-too-short': 'STATUS_LIST_LENGTH_ERROR',
};

/**
 * The error type under which the standard knows the code of a status check, as a URL for problem details.
 *
 * @returns undefined for a code of which the standard has no error of its own; out of range and malformed entries have
 *   the data model's RANGE_ERROR and MALFORMED_VALUE_ERROR.
 * @see Bitstring Status List 1.0, 3.5 (processing errors).
 */
export function statusErrorType(code: CheckCode): string | undefined {
  const name = NAMES[code];
  return name === undefined ? undefined : `${VOCABULARY}${name}`;
}
