/** What is checked of a credential; a report holds each once, in this order. */
export type CheckId = 'structure' | 'contexts' | 'proof' | 'issuer' | 'dates' | 'status';

/**
 * How a check ended. `could-not-check` means that something needed for an answer was missing, not that the
 * credential is bad; such a credential is not verified either.
 */
export type CheckResult = 'passed' | 'failed' | 'could-not-check';

/** Why a check ended as it did; stable, meant for translation. */
export type CheckCode =
  | 'ok'
  | 'not-reached'
  | 'unreadable'
  | 'malformed'
  | 'context-unknown'
  | 'proof-missing'
  | 'proof-malformed'
  | 'proof-unsupported'
  | 'proof-expired'
  | 'signature-invalid'
  | 'term-undefined'
  | 'key-unknown'
  | 'key-unavailable'
  | 'key-unsuitable'
  | 'key-revoked'
  | 'issuer-mismatch'
  | 'not-yet-valid'
  | 'expired'
  | 'no-status'
  | 'revoked'
  | 'suspended'
  | 'status-unsupported'
  | 'status-list-missing'
  | 'status-list-untrusted'
  | 'status-list-stale'
  | 'status-list-malformed'
  | 'status-list-too-short'
  | 'status-out-of-range';

/** One check of a report. `detail` is one or two English sentences for a person. */
export interface Check {
  readonly id: CheckId;
  readonly result: CheckResult;
  readonly code: CheckCode;
  readonly detail: string;
}

/** The outcome of a verification; `verified` only when every check passed. */
export interface VerificationReport {
  readonly verified: boolean;
  readonly checks: readonly Check[];
}

/** A check that passed. */
export function passed(id: CheckId, detail: string, code: CheckCode = 'ok'): Check {
  return { id, result: 'passed', code, detail };
}

/** A check that found the credential bad. */
export function failed(id: CheckId, code: CheckCode, detail: string): Check {
  return { id, result: 'failed', code, detail };
}

/** A check that found no answer. */
export function unchecked(id: CheckId, code: CheckCode, detail: string): Check {
  return { id, result: 'could-not-check', code, detail };
}

/** The report made of the given checks. */
export function reportOf(checks: readonly Check[]): VerificationReport {
  return { verified: checks.every((check) => check.result === 'passed'), checks };
}
