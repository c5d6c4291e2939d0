import { readFileSync } from 'node:fs';
import { type Fact, type FactData, type FactKind, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { historyFor, type Reader, sayFact } from './history.ts';

const parsed = parseProgram(
  readFileSync(new URL('../../../../../../programs/calt/program.yaml', import.meta.url), 'utf8'),
  'program.yaml',
);
if (!parsed.ok) throw new Error('The program of the tests is refused.');
const { program } = parsed;

const at = '2027-03-01T09:00:00.000Z';
const money = { fee: 'exam-fee', invoiceId: 'an-invoice', amountMinor: 22_500, currency: 'USD' };
const attempt = { assessment: 'exam', attempt: 2, attemptId: 'an-attempt' };
const credential = { credentialId: 'a-credential', reason: 'Not paid.' };

const examples: { readonly [K in FactKind]: readonly [FactData[K], string] } = {
  'candidacy-begun': [{}, 'Application begun.'],
  'region-declared': [{ region: 'europe' }, 'Region: europe.'],
  'requirement-declared': [
    { requirement: 'conduct', claim: { kind: 'attestation', signedName: 'Ana', documentVersion: '2026' } },
    'Stated: Code of conduct.',
  ],
  'application-submitted': [{}, 'Application submitted.'],
  'requirement-judged': [
    { requirement: 'education', verdict: 'more-needed', reason: 'Add a transcript.' },
    'Associate degree or higher: more is needed. Add a transcript.',
  ],
  'statement-requested': [
    { requirement: 'letters', requestId: 'r', relation: 'boss', until: '2027-04-01T23:59:59.999Z' },
    'Ben Boss was asked for a statement: letters. The link works until April 1, 2027.',
  ],
  'statement-given': [
    { requirement: 'letters', requestId: 'r', confirmed: false },
    'Ben Boss has given the statement: letters.',
  ],
  'statement-declined': [
    { requirement: 'letters', requestId: 'x' },
    'Somebody has declined to give a statement: letters.',
  ],
  'statement-withdrawn': [{ requirement: 'letters', requestId: 'r' }, 'Request taken back: Ben Boss, letters.'],
  'accommodation-requested': [{ request: 'More time.' }, 'Accommodation asked for. More time.'],
  'accommodation-decided': [
    { granted: true, timeMultiplier: 1.5, reason: 'As advised.' },
    'Accommodation granted: 1.5 times the standard time. As advised.',
  ],
  'membership-claimed': [{ payerClass: 'member', memberNumber: 'M-1' }, 'Membership claimed: Member, number M-1.'],
  'membership-judged': [
    { payerClass: 'member', verified: false, reason: 'No such number.' },
    'Membership not verified. No such number.',
  ],
  'bundle-chosen': [{ bundle: 'all-at-once' }, 'To be paid at once: all-at-once.'],
  'fee-invoiced': [
    { ...money, dueAt: '2027-03-31T23:59:59.999Z', attempt: 1 },
    'Invoice over $225.00 issued: Exam fee, due March 31, 2027.',
  ],
  'fee-settled': [money, '$225.00 paid: Exam fee.'],
  'fee-refunded': [money, '$225.00 given back: Exam fee.'],
  'test-authorized': [
    { assessment: 'exam', attempt: 1, from: at, until: '2027-06-29T23:59:59.999Z' },
    'Authorized: Written exam, from March 1, 2027 to June 29, 2027.',
  ],
  'attempt-begun': [attempt, 'Begun: Written exam, attempt 2.'],
  'attempt-sealed': [
    { ...attempt, byClock: true },
    'Time ran out and the answers were sealed: Written exam, attempt 2.',
  ],
  'portfolio-submitted': [{ assessment: 'portfolio', attempt: 1, pieces: 1 }, 'Submitted: Portfolio, 1 piece.'],
  'session-held': [{ assessment: 'portfolio', attempt: 1, heldOn: '2027-03-01' }, 'Held on March 1, 2027: Portfolio.'],
  'module-completed': [
    { assessment: 'portfolio', attempt: 2, module: 'basics' },
    'Module completed: basics, Portfolio, attempt 2.',
  ],
  'result-released': [
    { assessment: 'exam', attempt: 1, passed: true, score: 81, maxScore: 100, byTopic: [] },
    'Result released: Written exam, passed with 81 of 100.',
  ],
  'decision-recorded': [{ outcome: 'certify', reason: 'All is met.' }, 'Decision: certified. All is met.'],
  'credential-granted': [
    { credentialId: 'a', number: 'CALT-1', cycle: 1, validFrom: at, validUntil: '2030-03-01T00:00:00.000Z' },
    'Certificate CALT-1 granted, in force from March 1, 2027 to March 1, 2030.',
  ],
  'credential-suspended': [credential, 'Certificate suspended. Not paid.'],
  'credential-reinstated': [credential, 'Certificate reinstated. Not paid.'],
  'credential-revoked': [credential, 'Certificate revoked. Not paid.'],
  'credential-surrendered': [{ credentialId: 'a-credential' }, 'Certificate given back.'],
  'education-logged': [
    { entryId: 'e', title: 'MARC', provider: 'LC', hours: 1.5, completedOn: '2028-05-01', fileIds: [] },
    'Continuing education entered: MARC, LC, 1.5 hours, completed May 1, 2028.',
  ],
  'education-judged': [{ entryId: 'e', verdict: 'accepted', reason: 'Fits.' }, 'Continuing education accepted. Fits.'],
  'renewal-route-chosen': [{ cycle: 2, route: 'by-exam' }, 'To be renewed by: by-exam.'],
  'renewal-submitted': [{ cycle: 2 }, 'Renewal submitted.'],
  'listing-consented': [{ listed: false }, 'No longer to be listed in the public register.'],
  'edition-moved': [{ from: '2026', to: '2028' }, 'Moved from edition 2026 to edition 2028 of the program.'],
  'candidacy-withdrawn': [{ reason: 'No time.' }, 'Withdrawn. No time.'],
};

const factOf = (kind: string, data: unknown, by: Fact['by']): Fact =>
  ({ id: 'a-fact', kind, at, by, edition: program.edition, data }) as Fact;
const candidateReads: Reader = {
  isCandidate: true,
  mayReadAccommodation: true,
  mayReadStatements: false,
  names: new Map([['r', 'Ben Boss']]),
};
const staffReads: Reader = {
  isCandidate: false,
  mayReadAccommodation: false,
  mayReadStatements: false,
  names: new Map([['rita', 'Rita']]),
};

describe('the history in words', () => {
  test.each(Object.entries(examples))('%s', (kind, [data, words]) => {
    expect(sayFact(program, factOf(kind, data, { kind: 'system' }), candidateReads)).toBe(words);
  });

  test('the candidate sees no name and no data of what others recorded', () => {
    const judged = factOf('requirement-judged', examples['requirement-judged'][0], { kind: 'staff', id: 'rita' });
    const [seen] = historyFor(program, [judged], candidateReads);
    expect(seen).toMatchObject({ actor: 'The organization', data: {} });
    expect(historyFor(program, [judged], staffReads)[0]).toMatchObject({
      actor: 'Rita',
      data: { verdict: 'more-needed' },
    });
  });

  test('whether a referee recommends the candidate is for those who review', () => {
    const given = factOf('statement-given', examples['statement-given'][0], { kind: 'third-party', id: 'r' });
    const seenBy = (reader: Reader) => historyFor(program, [given], reader)[0];
    expect(seenBy(candidateReads)).toMatchObject({ actor: 'Ben Boss', data: {} });
    expect(seenBy(staffReads)).toMatchObject({ actor: 'Somebody who was asked', data: {} });
    expect(seenBy({ ...staffReads, mayReadStatements: true })).toMatchObject({ data: { confirmed: false } });
  });

  test('words about an accommodation are kept from those who do not decide on it', () => {
    for (const kind of ['accommodation-requested', 'accommodation-decided'] as const) {
      const fact = factOf(kind, examples[kind][0], { kind: 'candidate', id: 'ana' });
      const [seen] = historyFor(program, [fact], staffReads);
      expect(seen?.data).toEqual({});
      expect(seen?.text).not.toMatch(/More time|As advised/);
    }
  });
});
