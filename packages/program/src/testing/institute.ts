import fc from 'fast-check';
import type { Fact } from '../facts.ts';
import type { Portfolio } from '../schema/program.ts';
import { calt } from './calt.ts';
import { assessmentFee, bundle, course, exam, oral, programOf, stageFee, tax } from './parts.ts';
import { anyFacts, anyInstant } from './streams.ts';

const portfolio = calt.assessments.find((one): one is Portfolio => one.kind === 'portfolio');
if (portfolio === undefined) throw new Error('The program that ships has a portfolio.');

const scale = { lowest: 100, cut: 700, highest: 900 };
const membership = {
  kind: 'membership' as const,
  payerClass: 'member',
  title: 'Membership',
  period: 'P12M',
  description: 'A year.',
};

/**
 * A program with all that assessments and their fees can be: a course before everything, exams that make up for each
 * other and share a fee, one of them for one track alone, an interview or a portfolio, places with currencies of their own,
 * taxes, a bundle, vouchers, a membership that comes with a fee, and a decision by rule.
 */
export const institute = programOf(
  [
    course('basics'),
    exam('exam', { after: ['basics'], results: 'at-once', pass: { percent: 70, scale } }),
    exam('more', { after: ['basics'], for: { level: ['expert'] } }),
    oral('oral', { after: ['exam'] }),
    portfolio,
  ],
  [
    stageFee('application'),
    {
      ...assessmentFee(['exam', 'more'], { retake: [{ amount: '40' }], vouchers: true, grants: [membership] }),
      prices: [
        { amount: '100', for: { region: ['north'] } },
        { amount: '12000', for: { region: ['south'] } },
        { amount: '80', payerClass: 'member', for: { region: ['north'] } },
      ],
    },
    assessmentFee(['oral'], { retake: 'none', prices: [{ amount: '60' }] }),
    stageFee('certification', { prices: [{ amount: '50' }] }),
  ].map((fee) => (fee.kind === 'application' ? { ...fee, prices: [{ amount: '50' }] } : fee)),
  {
    regions: [
      { id: 'north', title: 'North' },
      { id: 'south', title: 'South', currency: 'JPY' },
    ],
    tracks: [
      {
        id: 'level',
        title: 'Level',
        options: [
          { id: 'core', title: 'Core' },
          { id: 'expert', title: 'Expert' },
        ],
      },
    ],
    passing: {
      all: [
        'basics',
        {
          source: 'article',
          compensatory: [
            { assessment: 'exam', weight: 2 },
            { assessment: 'more', weight: 1 },
          ],
          percent: 60,
          minimumPercent: 30,
        },
        { any: ['oral', 'portfolio'] },
      ],
    },
    bundles: [bundle(['exam-more-fee', 'oral-fee'], '100')],
    taxes: [tax(8.875, { for: { region: ['north'] } })],
    decision: { by: 'rule' },
  },
);

const attempt = fc.integer({ min: 0, max: 3 });
const id = fc.constantFrom('a', 'b', 'c');
const fee = fc.constantFrom('exam-more-fee', 'oral-fee', 'bundle', 'application-fee', 'certification-fee', 'x');
const amountMinor = fc.constantFrom(1, 5000, 10_888, 12_000, -5);
const currency = fc.constantFrom('USD', 'JPY');
const assessment = fc.constantFrom('basics', 'exam', 'more', 'oral', 'portfolio', 'x');

const data: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'region-declared': fc.record({ region: fc.constantFrom('north', 'south', 'west') }),
  'bundle-chosen': fc.record({ bundle: fc.constantFrom('bundle', 'x') }),
  'session-held': fc.record({ assessment, attempt, heldOn: anyInstant.map((at) => at.slice(0, 10)) }),
  'module-completed': fc.record({ assessment, attempt, module: fc.constantFrom('basics-one', 'basics-two', 'x') }),
  'test-authorized': fc.record({ assessment, attempt, from: anyInstant, until: anyInstant }),
  'attempt-begun': fc.record({ assessment, attempt, attemptId: id }),
  'result-released': fc.record({
    assessment,
    attempt,
    passed: fc.boolean(),
    score: fc.constantFrom(0, 6, 10),
    maxScore: fc.constantFrom(0, 10),
    byTopic: fc.constant([]),
  }),
  'fee-invoiced': fc.record(
    {
      fee,
      invoiceId: id,
      amountMinor,
      currency,
      dueAt: anyInstant,
      taxMinor: fc.constantFrom(0, 888),
      assessment,
      attempt,
    },
    { requiredKeys: ['fee', 'invoiceId', 'amountMinor', 'currency', 'dueAt'] },
  ),
  'fee-settled': fc.record(
    { fee, invoiceId: id, amountMinor, currency, voucherId: id },
    { requiredKeys: ['fee', 'invoiceId', 'amountMinor', 'currency'] },
  ),
  'fee-refunded': fc.record({ fee, invoiceId: id, amountMinor, currency }),
};

const anyOwnFact = fc.oneof(
  ...Object.entries(data).map(([kind, arbitrary]) =>
    fc.record({
      id: fc.integer({ min: 300, max: 600 }).map(String),
      kind: fc.constant(kind),
      at: anyInstant,
      by: fc.constant({ kind: 'system' }),
      edition: fc.constant('2026'),
      data: arbitrary,
    }),
  ),
);

/** Facts about assessments and fees as a broken store might hand them over, among others. */
export const anyAssessing: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(anyFacts, fc.array(anyOwnFact, { maxLength: 60 }))
  .map(([others, own]) => [...others, ...(own as unknown as readonly Fact[])]);
