import type { Check } from './checks.ts';

/**
 * What came out, in one word:
 * - `in-force`: of this installation, genuine, and it holds;
 * - `not-in-force`: the signature is genuine, but it does not hold (revoked, suspended, expired, not yet valid);
 * - `superseded`: a former copy of one of this installation, which its issuer signed again; the newer copy counts;
 * - `unknown-issuer`: all that can be checked speaks for it; who issued it is nobody known here;
 * - `failed`: do not rely on it;
 * - `open`: nothing speaks against it, and something that decides could not be checked.
 */
export const verdicts = ['in-force', 'not-in-force', 'superseded', 'unknown-issuer', 'failed', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

const proving: ReadonlySet<Check['id']> = new Set(['document', 'signature', 'issuer']);

export const verdictOf = (checks: readonly Check[], issuerKnown: boolean): Verdict => {
  const deciding = checks.filter(({ id }) => id !== 'holder');
  if (deciding.some(({ id, result }) => proving.has(id) && result === 'failed')) return 'failed';
  const resultOf = (id: Check['id']) => deciding.find((check) => check.id === id)?.result;
  const isSigned = resultOf('document') === 'passed' && resultOf('signature') === 'passed';
  // That it is over counts only where it is genuine; an unsigned text proves nothing either way.
  if (deciding.some(({ result }) => result === 'failed')) return isSigned ? 'not-in-force' : 'failed';
  if (issuerKnown) return deciding.every(({ result }) => result === 'passed') ? 'in-force' : 'open';
  return isSigned && resultOf('status') === 'passed' && resultOf('dates') === 'passed' ? 'unknown-issuer' : 'open';
};
