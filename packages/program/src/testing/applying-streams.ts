import fc from 'fast-check';
import type { Fact } from '../facts.ts';
import { associate, signed, twoYears } from './facts.ts';
import { anyInstant } from './streams.ts';

const requestId = fc.constantFrom('r1', 'r2', 'r3', 'r4');
const asking = fc.constantFrom('letters', 'letters', 'training', 'work');
const day = anyInstant.map((instant) => instant.slice(0, 10));
const entry = fc.record({
  id: fc.constantFrom('a', 'b'),
  title: fc.constant('Paper'),
  provider: fc.constant('Hill College'),
  hours: fc.constantFrom(0, 4, 10, Number.NaN),
  completedOn: day,
  issuedOn: day,
  fileIds: fc.constant([]),
});
const entries = fc.array(entry, { maxLength: 3 });

const declared = fc.oneof(
  fc.constantFrom(
    { requirement: 'joining', claim: { kind: 'registration' } },
    { requirement: 'work', claim: twoYears },
    { requirement: 'degree', claim: associate },
    { requirement: 'conduct', claim: signed },
    { requirement: 'honor-code', claim: { ...signed, documentVersion: '7' } },
    { requirement: 'check', claim: { kind: 'background-check', signedName: 'Ana Rivera' } },
    { requirement: 'basic', claim: { kind: 'credential', credential: 'basic', number: '7', fileIds: [] } },
    { requirement: 'basic', claim: { kind: 'credential', credential: 'none', number: '7', fileIds: [] } },
  ),
  fc.record({
    requirement: fc.constant('training'),
    claim: fc.record({
      kind: fc.constant('training'),
      trainingProgram: fc.constantFrom('hill-course', 'dale-course', 'unheard-of'),
      completedOn: day,
    }),
  }),
  ...(['course', 'letter', 'samples'] as const).map((requirement) =>
    fc.record({
      requirement: fc.constant(requirement),
      claim: fc.record({ kind: fc.constantFrom('course', 'document', 'work-samples'), entries }),
    }),
  ),
  fc.record({ requirement: fc.constant('age'), claim: fc.record({ kind: fc.constant('age'), bornOn: day }) }),
);

const data: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'candidacy-begun': fc.constantFrom<unknown>({ track: { level: 'core' } }, { track: { level: 'expert' } }, {}),
  'region-declared': fc.record({ region: fc.constantFrom('north', 'south', 'west', 'east') }),
  'requirement-declared': declared,
  'application-submitted': fc.constant({}),
  'requirement-judged': fc.record(
    {
      requirement: fc.constantFrom('letters', 'letters', 'work', 'degree', 'course', 'check', 'age', 'joining'),
      verdict: fc.constantFrom('accepted', 'accepted', 'more-needed', 'not-accepted'),
      reason: fc.constant('Proven.'),
      entryIds: fc.array(fc.oneof(requestId, fc.constantFrom('a', 'job-1')), { maxLength: 3 }),
    },
    { requiredKeys: ['requirement', 'verdict', 'reason'] },
  ),
  'statement-requested': fc.record(
    { requirement: asking, requestId, relation: fc.constantFrom('employer', 'friend'), until: anyInstant },
    { requiredKeys: ['requirement', 'requestId', 'until'] },
  ),
  'statement-given': fc.record({ requirement: asking, requestId, confirmed: fc.boolean() }),
  'statement-declined': fc.record({ requirement: asking, requestId }),
  'statement-withdrawn': fc.record({ requirement: asking, requestId }),
  'membership-claimed': fc.record({ payerClass: fc.constantFrom('member', 'other'), memberNumber: fc.constant('1') }),
  'membership-judged': fc.record({
    payerClass: fc.constantFrom('member', 'other'),
    verified: fc.boolean(),
    reason: fc.constant('Looked up.'),
  }),
  'fee-invoiced': fc.record({
    fee: fc.constantFrom('registration-fee', 'application-fee'),
    invoiceId: fc.constantFrom('i1', 'i2'),
    amountMinor: fc.constantFrom(0, 2000, 5000),
    currency: fc.constant('USD'),
    dueAt: anyInstant,
  }),
  'fee-settled': fc.record({
    fee: fc.constantFrom('registration-fee', 'application-fee'),
    invoiceId: fc.constantFrom('i1', 'i2'),
    amountMinor: fc.constantFrom(2000, 5000),
    currency: fc.constant('USD'),
  }),
};

/** Facts about an application to the guild, in any order and mostly at odds with each other. */
export const anyApplication: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.oneof(
      ...Object.entries(data).map(([kind, arbitrary]) =>
        fc.record({
          id: fc.integer({ min: 0, max: 500 }).map(String),
          kind: fc.constant(kind),
          at: anyInstant,
          by: fc.constant({ kind: 'system' }),
          edition: fc.constant('2026'),
          data: arbitrary,
        }),
      ),
    ),
    { maxLength: 60 },
  )
  .map((facts) => facts as unknown as readonly Fact[]);
