import { describe, expect, it } from 'vitest';
import type { Fact, FactKind, Instant } from '../facts.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { credentialTerm, renewalReminders } from './credential/terms.ts';
import { credentialHistory, standing } from './standing.ts';

const granted = lifeUntil('2027-03-03');
const credentialId = 'cred-1';

function education(date: string, hours: number, id = date): Fact[] {
  return [
    makeFact(
      'education-logged',
      noon(date),
      { entryId: id, title: 'Linked data', provider: 'Hill College', hours, completedOn: date, fileIds: [] },
      `logged ${id}`,
    ),
  ];
}

function accepted(date: string, entryId: string): Fact {
  return makeFact(
    'education-judged',
    noon(date),
    { entryId, verdict: 'accepted', reason: 'Attended.' },
    `judged ${entryId}`,
  );
}

function statusAt(facts: readonly Fact[], at: Instant): string | undefined {
  return standing(calt, facts, at).credential?.status;
}

const submission = makeFact('renewal-submitted', noon('2029-12-01'), { cycle: 2 });
const complete = [
  ...granted,
  ...education('2028-05-01', 18),
  accepted('2028-05-10', '2028-05-01'),
  ...education('2029-05-01', 12),
];

describe('a credential by the clock', () => {
  it.each([
    ['2027-03-03T12:00:00.000Z', 'active', '2027-03-03T12:00:00.000Z'],
    ['2029-09-01T23:59:59.999Z', 'active', '2027-03-03T12:00:00.000Z'],
    ['2029-09-02T00:00:00.000Z', 'renewal-due', '2029-09-02T00:00:00.000Z'],
    ['2030-03-02T23:59:59.999Z', 'renewal-due', '2029-09-02T00:00:00.000Z'],
    ['2030-03-03T00:00:00.000Z', 'in-grace', '2030-03-03T00:00:00.000Z'],
    ['2030-05-31T23:59:59.999Z', 'in-grace', '2030-03-03T00:00:00.000Z'],
    ['2030-06-01T00:00:00.000Z', 'lapsed', '2030-06-01T00:00:00.000Z'],
    ['2031-05-31T23:59:59.999Z', 'lapsed', '2030-06-01T00:00:00.000Z'],
    ['2031-06-01T00:00:00.000Z', 'expired', '2031-06-01T00:00:00.000Z'],
  ])('at %s is %s', (at, status, since) => {
    expect(standing(calt, granted, at).credential).toMatchObject({ status, since });
  });

  it('lasts through the day before its anniversary', () => {
    expect(credentialTerm(calt, noon('2027-03-03'))).toEqual({
      cycle: 1,
      validFrom: noon('2027-03-03'),
      validUntil: '2030-03-02T23:59:59.999Z',
    });
    expect(credentialTerm(calt, noon('2028-02-29')).validUntil).toBe('2031-02-28T23:59:59.999Z');
    expect(credentialTerm(calt, noon('2029-03-01')).validUntil).toBe('2032-02-29T23:59:59.999Z');
  });

  it('reminds its holder before it expires', () => {
    expect(renewalReminders(calt, '2030-03-02T23:59:59.999Z').map(({ at }) => at.slice(0, 10))).toEqual([
      '2029-09-03',
      '2029-12-02',
      '2030-01-31',
      '2030-02-23',
    ]);
  });

  it('ends the candidacy only when it is over', () => {
    expect(standing(calt, granted, noon('2030-07-01'))).toMatchObject({ status: 'certified', final: false });
    expect(standing(calt, granted, noon('2031-07-01'))).toMatchObject({
      status: 'certified',
      final: true,
      next: [],
      deadlines: [],
    });
  });
});

describe('a credential by an act', () => {
  const act = (kind: Extract<FactKind, `credential-${'suspended' | 'reinstated' | 'revoked'}`>, date: string): Fact =>
    makeFact(kind, noon(date), { credentialId, reason: 'A complaint.' });

  it('is suspended until it is reinstated', () => {
    const suspended = [...granted, act('credential-suspended', '2028-01-01')];
    expect(standing(calt, suspended, noon('2028-01-02'))).toMatchObject({
      credential: { status: 'suspended', since: noon('2028-01-01'), reason: 'A complaint.' },
      next: [{ kind: 'resolve-suspension', actor: 'decider' }],
    });
    const back = standing(calt, [...suspended, act('credential-reinstated', '2028-02-01')], noon('2028-02-02'));
    expect(back.credential).toMatchObject({ status: 'active', since: noon('2028-02-01') });
    expect(statusAt(suspended, noon('2031-07-01'))).toBe('expired');
    const needless = [...granted, act('credential-reinstated', '2028-02-01')];
    expect(standing(calt, needless, noon('2028-02-02')).credential).toMatchObject({ since: noon('2027-03-03') });
  });

  it('is revoked for good', () => {
    const facts = [...granted, act('credential-revoked', '2028-01-01'), act('credential-reinstated', '2028-02-01')];
    const suspended = [...granted, act('credential-suspended', '2027-12-01'), act('credential-revoked', '2028-01-01')];
    expect(statusAt(suspended, noon('2028-01-02'))).toBe('revoked');
    expect(standing(calt, facts, noon('2033-01-01'))).toMatchObject({
      status: 'certified',
      final: true,
      credential: { status: 'revoked', since: noon('2028-01-01') },
    });
  });

  it('is surrendered by its holder', () => {
    const facts = [...granted, makeFact('credential-surrendered', noon('2028-01-01'), { credentialId })];
    expect(statusAt(facts, noon('2028-01-01'))).toBe('surrendered');
  });

  it('is not touched by an act on another', () => {
    const facts = [
      ...granted,
      makeFact('credential-revoked', noon('2028-01-01'), { credentialId: 'cred-9', reason: 'Proven.' }),
    ];
    expect(statusAt(facts, noon('2028-01-01'))).toBe('active');
    expect(standing(calt, facts, noon('2028-01-01')).flags).toHaveLength(1);
  });
});

describe('a renewal', () => {
  it('asks for hours, and counts those of the cycle that are not refused', () => {
    const refused = makeFact('education-judged', noon('2029-05-10'), {
      entryId: '2029-05-01',
      verdict: 'not-accepted',
      reason: 'No proof.',
    });
    const before = education('2027-04-01', 5, 'old').map(
      (fact) => ({ ...fact, data: { ...fact.data, completedOn: '2026-12-01' } }) as Fact,
    );
    const found = standing(calt, [...complete, refused, ...before], noon('2029-06-01'));
    expect(found.renewal).toMatchObject({
      cycle: 2,
      hoursNeeded: 30,
      hoursLogged: 18,
      hoursAccepted: 18,
      state: 'not-open',
    });
    expect(found.renewal?.entries.map(({ entryId, state, counts }) => [entryId, state, counts])).toEqual([
      ['old', 'waiting', false],
      ['2028-05-01', 'accepted', true],
      ['2029-05-01', 'not-accepted', false],
    ]);
    expect(found.next[0]).toMatchObject({ kind: 'log-education', by: '2030-03-02T23:59:59.999Z' });
  });

  it('is submitted in its window once the hours are enough', () => {
    expect(standing(calt, complete, noon('2029-08-01'))).toMatchObject({ renewal: { state: 'not-open' } });
    const open = standing(calt, complete, noon('2029-12-01'));
    expect(open).toMatchObject({ renewal: { state: 'open', hoursLogged: 30, hoursAccepted: 18 } });
    expect(open.next.map(({ kind }) => kind)).toEqual(['submit-renewal', 'review-education']);
    const tooEarly = [...complete, makeFact('renewal-submitted', noon('2029-08-01'), { cycle: 2 })];
    expect(standing(calt, tooEarly, noon('2029-12-01'))).toMatchObject({ renewal: { state: 'open' }, flags: [{}] });
  });

  it('is approved once all its hours are accepted', () => {
    const submitted = [...complete, submission];
    expect(standing(calt, submitted, noon('2029-12-02'))).toMatchObject({
      renewal: { state: 'submitted' },
      next: [{ kind: 'review-education' }],
    });
    const reviewed = [...submitted, accepted('2029-12-03', '2029-05-01')];
    expect(standing(calt, reviewed, noon('2029-12-03')).next).toMatchObject([
      { kind: 'approve-renewal', actor: 'decider' },
    ]);
    const decided = makeFact('decision-recorded', noon('2029-12-04'), { outcome: 'certify', reason: 'All is there.' });
    expect(standing(calt, [...reviewed, decided], noon('2029-12-04')).next).toMatchObject([
      { kind: 'issue-credential', actor: 'system' },
    ]);
  });

  it('returns to the holder when entries are refused', () => {
    const refused = makeFact('education-judged', noon('2029-12-03'), {
      entryId: '2029-05-01',
      verdict: 'not-accepted',
      reason: 'No proof.',
    });
    expect(standing(calt, [...complete, submission, refused], noon('2029-12-04')).next[0]).toMatchObject({
      kind: 'log-education',
    });
  });

  it('does not lapse its holder when it was submitted in time and the organization is late', () => {
    expect(statusAt([...complete, submission], noon('2030-08-01'))).toBe('in-grace');
    const lateSubmission = makeFact('renewal-submitted', noon('2030-06-15'), { cycle: 2 });
    expect(statusAt([...complete, lateSubmission], noon('2030-08-01'))).toBe('lapsed');
    expect(statusAt([...complete, lateSubmission], noon('2031-08-01'))).toBe('lapsed');
  });

  const renewedAt = (at: Instant, facts: readonly Fact[]): readonly Fact[] => {
    const { credential } = standing(calt, facts, at);
    if (credential === undefined) throw new Error('There is no credential.');
    const term = credentialTerm(calt, at, credential);
    return [...facts, makeFact('credential-granted', at, { credentialId: 'cred-2', number: 'CALT-000001', ...term })];
  };
  const approvable = [...complete, submission, accepted('2029-12-03', '2029-05-01')];

  it('follows on the old term without a gap, also out of the grace period', () => {
    for (const at of [noon('2029-12-05'), noon('2030-04-05')]) {
      const { credential } = standing(calt, renewedAt(at, approvable), at);
      expect(credential).toMatchObject({
        cycle: 2,
        status: 'active',
        validFrom: '2030-03-03T00:00:00.000Z',
        validUntil: '2033-03-02T23:59:59.999Z',
      });
    }
  });

  it('begins anew once the credential has lapsed', () => {
    const at = noon('2030-07-05');
    const lapsed = approvable.filter(({ kind }) => kind !== 'renewal-submitted');
    const late = [...lapsed, makeFact('renewal-submitted', noon('2030-07-01'), { cycle: 2 })];
    expect(standing(calt, renewedAt(at, late), at).credential).toMatchObject({
      cycle: 2,
      status: 'active',
      validFrom: at,
    });
  });

  it('replaces the old credential and begins a new count of hours', () => {
    const renewed = renewedAt(noon('2029-12-05'), approvable);
    const found = standing(calt, renewed, noon('2030-01-01'));
    expect(found.renewal).toMatchObject({ cycle: 3, hoursLogged: 0, state: 'not-open', entries: [] });
    expect(
      credentialHistory(calt, renewed, noon('2030-01-01')).map(({ credentialId: id, status }) => [id, status]),
    ).toEqual([
      ['cred-1', 'replaced'],
      ['cred-2', 'active'],
    ]);
    // What was completed by the day of the last submission belongs to the last cycle.
    const more = [...renewed, ...education('2029-12-02', 6), ...education('2029-12-01', 4)];
    expect(standing(calt, more, noon('2030-01-01')).renewal?.hoursLogged).toBe(6);
  });

  it('can cost a fee, which is invoiced and paid before it is approved', () => {
    const priced = {
      ...calt,
      fees: calt.fees.map((fee) =>
        fee.kind === 'renewal' ? { ...fee, prices: fee.prices.map((price) => ({ ...price, amount: '150.00' })) } : fee,
      ),
    };
    const due = standing(priced, approvable, noon('2029-12-05'));
    expect(due.next).toMatchObject([
      { kind: 'issue-invoice', subject: 'renewal-fee', amount: { amountMinor: 15_000 } },
    ]);
    const invoice = { fee: 'renewal-fee', invoiceId: 'inv-2', amountMinor: 15_000, currency: 'USD' };
    const invoiced = [
      ...approvable,
      makeFact('fee-invoiced', noon('2029-12-05'), { ...invoice, dueAt: noon('2030-01-05'), cycle: 2 }),
    ];
    expect(standing(priced, invoiced, noon('2029-12-06')).next).toMatchObject([
      { kind: 'pay-fee', by: noon('2030-01-05') },
    ]);
    // An unpaid fee is the holder's delay: nothing keeps the credential from lapsing.
    const { status } = standing(priced, invoiced, noon('2030-08-01')).credential ?? {};
    expect(status).toBe('lapsed');
    const paid = [...invoiced, makeFact('fee-settled', noon('2029-12-07'), invoice)];
    expect(standing(priced, paid, noon('2029-12-07')).next).toMatchObject([{ kind: 'approve-renewal' }]);
  });
});
