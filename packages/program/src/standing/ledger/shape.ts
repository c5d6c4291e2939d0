import { isCalendarDate, isInstant } from '../../calendar/date.ts';
import type { Claim, FactData, FactKind } from '../../facts.ts';

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
  role: optional(isText),
  from: isText,
  to: optional(isText),
  fullTimePercent: (value) => typeof value === 'number',
});
const isEducation = listOf({
  id: isText,
  institution: isText,
  level: isText,
  field: isText,
  fieldId: optional(isText),
  awardedOn: isText,
  accredited: isTruth,
  accreditedBy: optional(isText),
});
const isTopicScores = listOf({ topic: isText, score: isScore, maxScore: isScore });

const isCourses = listOf({
  id: isText,
  title: isText,
  provider: isText,
  hours: (value) => typeof value === 'number',
  completedOn: isText,
});
const isDocuments = listOf({ id: isText, title: isText, issuedOn: isText });

const isRecord: Check = (value) => isObject(value) && Object.values(value).every(isText);

type Fields = Readonly<Record<string, Check>>;

const claims: { readonly [K in Claim['kind']]: Fields } = {
  experience: { entries: isExperience },
  education: { entries: isEducation },
  attestation: { signedName: isText, documentVersion: isText },
  training: { trainingProgram: isText, completedOn: isCalendarDate },
  'background-check': { signedName: isText },
  course: { entries: isCourses },
  document: { entries: isDocuments },
  'work-samples': { entries: isDocuments },
  age: { bornOn: isCalendarDate },
  credential: { credential: isText, number: isText, validUntil: optional(isCalendarDate), fileIds: isTexts },
  registration: {},
};
const claimChecks: ReadonlyMap<unknown, Fields> = new Map(Object.entries(claims));

const isClaim: Check = (value) => {
  if (!isObject(value)) return false;
  const checks = claimChecks.get(value.kind);
  return checks !== undefined && Object.entries(checks).every(([name, check]) => check(value[name]));
};

const invoice = { fee: isText, invoiceId: isText, amountMinor: isMinor, currency: isCurrency };
const statement = { requirement: isText, requestId: isText };
const attempt = { assessment: isText, attempt: isCount };

const fields: { readonly [K in FactKind]: { readonly [F in keyof Required<FactData[K]>]: Check } } = {
  'candidacy-begun': { track: optional(isRecord) },
  'region-declared': { region: isText },
  'requirement-declared': { requirement: isText, claim: isClaim },
  'application-submitted': {},
  'requirement-judged': {
    requirement: isText,
    verdict: oneOf('accepted', 'more-needed', 'not-accepted'),
    reason: isText,
    entryIds: optional(isTexts),
  },
  'statement-requested': { ...statement, relation: optional(isText), until: isInstant },
  'statement-given': { ...statement, confirmed: isTruth },
  'statement-declined': statement,
  'statement-withdrawn': statement,
  'accommodation-requested': { request: isText },
  'accommodation-decided': { granted: isTruth, timeMultiplier: isMultiplier, reason: isText },
  'membership-claimed': { payerClass: isText, memberNumber: isText },
  'membership-judged': { payerClass: isText, verified: isTruth, reason: isText },
  'bundle-chosen': { bundle: isText },
  'fee-invoiced': {
    ...invoice,
    dueAt: isInstant,
    taxMinor: optional(isMinor),
    assessment: optional(isText),
    attempt: optional(isCount),
    cycle: optional(isCount),
    year: optional(isCount),
  },
  'fee-settled': { ...invoice, voucherId: optional(isText) },
  'fee-refunded': { ...invoice, voucherId: optional(isText) },
  'test-authorized': { ...attempt, from: isInstant, until: isInstant },
  'attempt-begun': { ...attempt, attemptId: isText },
  'attempt-sealed': { ...attempt, attemptId: isText, byClock: isTruth },
  'portfolio-submitted': { ...attempt, pieces: isCount },
  'session-held': { ...attempt, heldOn: isCalendarDate },
  'module-completed': { ...attempt, module: isText },
  'result-released': {
    ...attempt,
    passed: isTruth,
    score: isScore,
    maxScore: isScore,
    scaledScore: optional(isScore),
    byTopic: isTopicScores,
  },
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
  'credential-surrendered': { credentialId: isText, retired: optional(isTruth) },
  'education-logged': {
    entryId: isText,
    title: isText,
    provider: isText,
    hours: isHours,
    completedOn: isCalendarDate,
    category: optional(isText),
    fileIds: isTexts,
  },
  'education-judged': { entryId: isText, verdict: oneOf('accepted', 'not-accepted'), reason: isText },
  'renewal-route-chosen': { cycle: isCount, route: isText },
  'renewal-submitted': { cycle: isCount, audited: optional(isTruth) },
  'listing-consented': { listed: isTruth },
  'edition-moved': { from: isText, to: isText },
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
