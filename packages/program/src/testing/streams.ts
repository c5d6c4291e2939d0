import fc from 'fast-check';
import type { Fact, Instant } from '../facts.ts';
import { associate, signed, twoYears } from './facts.ts';

const years = fc.integer({ min: 2026, max: 2034 });

/** Instants of a decade, most of them at the start or the end of a day, where deadlines turn. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    years,
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('00:00:00.000', '12:00:00.000', '23:59:59.999'),
  )
  .map(
    ([year, month, day, time]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}Z`,
  );

const badInstant = fc.constantFrom('2027-02-30T00:00:00.000Z', '2027-03-03', '', 'soon');
const date = fc.oneof(
  { weight: 9, arbitrary: anyInstant.map((instant) => instant.slice(0, 10)) },
  { weight: 1, arbitrary: fc.constantFrom('2027-02-30', '', '9999-12-31', '0001-01-01') },
);
const id = fc.constantFrom('a', 'b', 'c', 'job-1');
const amountMinor = fc.constantFrom(0, 1, 10_000, 17_500, 22_500, -5, 0.5);
const currency = fc.constantFrom('USD', 'USD', 'USD', 'EUR', 'usd');
const attempt = fc.integer({ min: 0, max: 5 });
const assessment = fc.constantFrom('exam', 'portfolio', 'oral');
const requirement = fc.constantFrom('experience', 'education', 'conduct', 'unheard-of');
const reason = fc.constantFrom('Proven.', '');
const score = fc.constantFrom(0, 12, 70, 100, -1);

const experience = fc.record({
  kind: fc.constant('experience'),
  entries: fc.array(
    fc.record(
      {
        id,
        employer: fc.constant('Hill College'),
        position: fc.constant('Technician'),
        setting: fc.constantFrom('academic-library', 'other', 'nowhere'),
        from: date,
        to: date,
        fullTimePercent: fc.constantFrom(1, 50, 80, 100, 0, 300, Number.NaN),
        fileIds: fc.constant([]),
      },
      { requiredKeys: ['id', 'employer', 'position', 'setting', 'from', 'fullTimePercent', 'fileIds'] },
    ),
    { maxLength: 4 },
  ),
});
const claim = fc.oneof(experience, fc.constantFrom<unknown>(twoYears, associate, signed, {}, null));

const data: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'candidacy-begun': fc.constant({}),
  'requirement-declared': fc.record({ requirement, claim }),
  'application-submitted': fc.constant({}),
  'requirement-judged': fc.record({
    requirement,
    verdict: fc.constantFrom('accepted', 'accepted', 'more-needed', 'not-accepted', 'maybe'),
    reason,
  }),
  'accommodation-requested': fc.record({ request: reason }),
  'accommodation-decided': fc.record({
    granted: fc.boolean(),
    timeMultiplier: fc.constantFrom(1, 1.5, 2, 0, 99),
    reason,
  }),
  'membership-claimed': fc.record({ payerClass: fc.constantFrom('member', 'other', 'friend'), memberNumber: reason }),
  'membership-judged': fc.record({
    payerClass: fc.constantFrom('member', 'other', 'friend'),
    verified: fc.boolean(),
    reason,
  }),
  'fee-invoiced': fc.record({
    fee: fc.constantFrom('exam-fee', 'renewal-fee', 'x'),
    invoiceId: id,
    amountMinor,
    currency,
    dueAt: fc.oneof(anyInstant, badInstant),
    attempt,
  }),
  'fee-settled': fc.record({ fee: fc.constantFrom('exam-fee', 'renewal-fee'), invoiceId: id, amountMinor, currency }),
  'fee-refunded': fc.record({ fee: fc.constantFrom('exam-fee', 'renewal-fee'), invoiceId: id, amountMinor, currency }),
  'test-authorized': fc.record({ assessment, attempt, from: anyInstant, until: anyInstant }),
  'attempt-begun': fc.record({ assessment, attempt, attemptId: id }),
  'attempt-sealed': fc.record({ assessment, attempt, attemptId: id, byClock: fc.boolean() }),
  'portfolio-submitted': fc.record({ assessment, attempt, pieces: fc.constantFrom(1, 10, 11, 0) }),
  'result-released': fc.record({
    assessment,
    attempt,
    passed: fc.boolean(),
    score,
    maxScore: score,
    byTopic: fc.constant([]),
  }),
  'decision-recorded': fc.record({ outcome: fc.constantFrom('certify', 'refuse', 'perhaps'), reason }),
  'credential-granted': fc.record({
    credentialId: id,
    number: id,
    cycle: attempt,
    validFrom: anyInstant,
    validUntil: anyInstant,
  }),
  'credential-suspended': fc.record({ credentialId: id, reason }),
  'credential-reinstated': fc.record({ credentialId: id, reason }),
  'credential-revoked': fc.record({ credentialId: id, reason }),
  'credential-surrendered': fc.record({ credentialId: id }),
  'education-logged': fc.record({
    entryId: id,
    title: id,
    provider: id,
    hours: fc.constantFrom(0.1, 0.2, 12, 30, 0, -3),
    completedOn: date,
    fileIds: fc.constant([]),
  }),
  'education-judged': fc.record({ entryId: id, verdict: fc.constantFrom('accepted', 'not-accepted'), reason }),
  'renewal-submitted': fc.record({ cycle: attempt }),
  'listing-consented': fc.record({ listed: fc.boolean() }),
  'candidacy-withdrawn': fc.record({ reason }),
  'never-heard-of': fc.constantFrom<unknown>({}, null, 'text', 7),
};

const rare = new Set(['candidacy-withdrawn', 'credential-revoked', 'credential-surrendered', 'never-heard-of']);

const anyFact = fc.oneof(
  ...Object.entries(data).map(([kind, arbitrary]) => ({
    weight: rare.has(kind) ? 1 : 6,
    arbitrary: fc.record({
      id: fc.integer({ min: 0, max: 200 }).map(String),
      kind: fc.constant(kind),
      at: fc.oneof({ weight: 30, arbitrary: anyInstant }, { weight: 1, arbitrary: badInstant }),
      by: fc.constant({ kind: 'system' }),
      edition: fc.oneof({ weight: 30, arbitrary: fc.constant('2026') }, { weight: 1, arbitrary: fc.constant('2020') }),
      data: fc.oneof({ weight: 30, arbitrary }, { weight: 1, arbitrary: fc.constantFrom<unknown>({}, null, 'text') }),
    }),
  })),
);

/** Facts as a hostile or broken store might hand them over; the type is what standing() is told, not what they are. */
export const anyFacts: fc.Arbitrary<readonly Fact[]> = fc
  .array(anyFact, { maxLength: 60 })
  .map((facts) => facts as unknown as readonly Fact[]);
