import type { Actor, Claim, Fact, FactData, FactKind, FactOf, Instant } from '../facts.ts';

const candidate: Actor = { kind: 'candidate', id: 'ana' };

/** A fact of the edition 2026 that ships with the system. */
export function makeFact<K extends FactKind>(kind: K, at: Instant, data: FactData[K], id = `${at} ${kind}`): FactOf<K> {
  const fact = { id, kind, at, by: candidate, edition: '2026', data };
  return fact as unknown as FactOf<K>;
}

/** Noon of a day. */
export function noon(date: string): Instant {
  return `${date}T12:00:00.000Z`;
}

export const twoYears: Claim = {
  kind: 'experience',
  entries: [
    {
      id: 'job-1',
      employer: 'Hill College',
      position: 'Library technician',
      setting: 'academic-library',
      from: '2023-01-01',
      to: '2025-05-31',
      fullTimePercent: 100,
      fileIds: ['letter'],
    },
  ],
};

export const associate: Claim = {
  kind: 'education',
  entries: [
    {
      id: 'degree-1',
      institution: 'Hill College',
      level: 'associate',
      field: 'Library technology',
      awardedOn: '2022-06-01',
      accredited: true,
      fileIds: ['diploma'],
    },
  ],
};

export const signed: Claim = { kind: 'attestation', signedName: 'Ana Rivera', documentVersion: '2026' };

/** A life from the first page to the certificate, in the order in which it happened; each stage adds to the last. */
const life: readonly Fact[] = [
  makeFact('candidacy-begun', noon('2027-01-04'), {}),
  makeFact('membership-claimed', noon('2027-01-04'), { payerClass: 'member', memberNumber: '1234567' }),
  makeFact(
    'requirement-declared',
    noon('2027-01-05'),
    { requirement: 'experience', claim: twoYears },
    'declared-experience',
  ),
  makeFact(
    'requirement-declared',
    noon('2027-01-05'),
    { requirement: 'education', claim: associate },
    'declared-education',
  ),
  makeFact('requirement-declared', noon('2027-01-05'), { requirement: 'conduct', claim: signed }, 'declared-conduct'),
  makeFact('application-submitted', noon('2027-01-06'), {}),
  makeFact('membership-judged', noon('2027-01-07'), {
    payerClass: 'member',
    verified: true,
    reason: 'In the directory.',
  }),
  makeFact(
    'requirement-judged',
    noon('2027-01-08'),
    { requirement: 'experience', verdict: 'accepted', reason: 'Proven by the letter.' },
    'judged-experience',
  ),
  makeFact(
    'requirement-judged',
    noon('2027-01-09'),
    { requirement: 'education', verdict: 'accepted', reason: 'Proven by the diploma.' },
    'judged-education',
  ),
  makeFact('fee-invoiced', noon('2027-01-10'), {
    fee: 'exam-fee',
    invoiceId: 'inv-1',
    amountMinor: 17_500,
    currency: 'USD',
    dueAt: '2027-02-09T23:59:59.999Z',
    attempt: 1,
  }),
  makeFact('fee-settled', noon('2027-01-12'), {
    fee: 'exam-fee',
    invoiceId: 'inv-1',
    amountMinor: 17_500,
    currency: 'USD',
  }),
  makeFact('test-authorized', noon('2027-01-13'), {
    assessment: 'exam',
    attempt: 1,
    from: noon('2027-01-13'),
    until: '2027-05-13T23:59:59.999Z',
  }),
  makeFact('portfolio-submitted', noon('2027-02-01'), { assessment: 'portfolio', attempt: 1, pieces: 4 }),
  makeFact('attempt-begun', noon('2027-02-10'), { assessment: 'exam', attempt: 1, attemptId: 'attempt-1' }),
  makeFact('attempt-sealed', '2027-02-10T13:40:00.000Z', {
    assessment: 'exam',
    attempt: 1,
    attemptId: 'attempt-1',
    byClock: false,
  }),
  makeFact(
    'result-released',
    noon('2027-02-20'),
    { assessment: 'exam', attempt: 1, passed: true, score: 82, maxScore: 100, byTopic: [] },
    'released-exam',
  ),
  makeFact(
    'result-released',
    noon('2027-02-22'),
    { assessment: 'portfolio', attempt: 1, passed: true, score: 12, maxScore: 16, byTopic: [] },
    'released-portfolio',
  ),
  makeFact('decision-recorded', noon('2027-03-02'), { outcome: 'certify', reason: 'All requirements are met.' }),
  makeFact('credential-granted', noon('2027-03-03'), {
    credentialId: 'cred-1',
    number: 'CALT-000001',
    cycle: 1,
    validFrom: noon('2027-03-03'),
    validUntil: '2030-03-02T23:59:59.999Z',
  }),
];

/** The facts of that life up to the end of a day. */
export function lifeUntil(date: string): readonly Fact[] {
  return life.filter((fact) => fact.at.slice(0, 10) <= date);
}
