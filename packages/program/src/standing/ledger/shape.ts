import { isCalendarDate, isInstant } from '../../calendar/date.ts';
import type { FactData, FactKind } from '../../facts.ts';

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isTruth: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isMinor: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isScore: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isHours: Check = (value) => isScore(value) && Number(value) > 0 && Number(value) <= 10_000;
const isMultiplier: Check = (value) => isScore(value) && Number(value) >= 1 && Number(value) <= 10;
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isCurrency: Check = (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value);

const oneOf = (...words: readonly string[]): Check => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const listOf = (fields: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(fields);
  return (value) =>
    Array.isArray(value) &&
    value.every((entry) => isObject(entry) && entries.every(([key, check]) => check(entry[key])));
};

// Dates inside a claim are looked at entry by entry where the claim is counted: one bad entry does not spoil the rest.
const isExperience = listOf({
  id: isText,
  employer: isText,
  position: isText,
  setting: isText,
  from: isText,
  to: optional(isText),
  fullTimePercent: (value) => typeof value === 'number',
});
const isEducation = listOf({
  id: isText,
  institution: isText,
  level: isText,
  field: isText,
  awardedOn: isText,
  accredited: isTruth,
});
const isTopicScores = listOf({ topic: isText, score: isScore, maxScore: isScore });

const isClaim: Check = (value) => {
  if (!isObject(value)) return false;
  if (value.kind === 'experience') return isExperience(value.entries);
  if (value.kind === 'education') return isEducation(value.entries);
  return value.kind === 'attestation' && isText(value.signedName) && isText(value.documentVersion);
};

const invoice = { fee: isText, invoiceId: isText, amountMinor: isMinor, currency: isCurrency };
const attempt = { assessment: isText, attempt: isCount };

const fields: { readonly [K in FactKind]: { readonly [F in keyof Required<FactData[K]>]: Check } } = {
  'candidacy-begun': {},
  'requirement-declared': { requirement: isText, claim: isClaim },
  'application-submitted': {},
  'requirement-judged': {
    requirement: isText,
    verdict: oneOf('accepted', 'more-needed', 'not-accepted'),
    reason: isText,
    entryIds: optional(isTexts),
  },
  'accommodation-requested': { request: isText },
  'accommodation-decided': { granted: isTruth, timeMultiplier: isMultiplier, reason: isText },
  'membership-claimed': { payerClass: isText, memberNumber: isText },
  'membership-judged': { payerClass: isText, verified: isTruth, reason: isText },
  'fee-invoiced': { ...invoice, dueAt: isInstant, attempt: optional(isCount), cycle: optional(isCount) },
  'fee-settled': invoice,
  'fee-refunded': invoice,
  'test-authorized': { ...attempt, from: isInstant, until: isInstant },
  'attempt-begun': { ...attempt, attemptId: isText },
  'attempt-sealed': { ...attempt, attemptId: isText, byClock: isTruth },
  'portfolio-submitted': { ...attempt, pieces: isCount },
  'result-released': { ...attempt, passed: isTruth, score: isScore, maxScore: isScore, byTopic: isTopicScores },
  'decision-recorded': { outcome: oneOf('certify', 'refuse'), reason: isText },
  'credential-granted': {
    credentialId: isText,
    number: isText,
    cycle: isCount,
    validFrom: isInstant,
    validUntil: isInstant,
  },
  'credential-suspended': { credentialId: isText, reason: isText },
  'credential-reinstated': { credentialId: isText, reason: isText },
  'credential-revoked': { credentialId: isText, reason: isText },
  'credential-surrendered': { credentialId: isText },
  'education-logged': {
    entryId: isText,
    title: isText,
    provider: isText,
    hours: isHours,
    completedOn: isCalendarDate,
    fileIds: isTexts,
  },
  'education-judged': { entryId: isText, verdict: oneOf('accepted', 'not-accepted'), reason: isText },
  'renewal-submitted': { cycle: isCount },
  'listing-consented': { listed: isTruth },
  'candidacy-withdrawn': { reason: isText },
};

const checksByKind: ReadonlyMap<string, readonly (readonly [string, Check])[]> = new Map(
  Object.entries(fields).map(([kind, checks]) => [kind, Object.entries(checks)]),
);

/** The first field of a fact that is not as its kind demands; `kind` when there is no such kind. */
export function findMalformedField(kind: string, data: unknown): string | undefined {
  const checks = checksByKind.get(kind);
  if (checks === undefined) return 'kind';
  if (!isObject(data)) return 'data';
  for (const [name, check] of checks) if (!check(data[name])) return name;
  return undefined;
}
