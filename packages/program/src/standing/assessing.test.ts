import { describe, expect, it } from 'vitest';
import type { Fact, Instant } from '../facts.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { authorizationTerms } from './acts.ts';
import { standing } from './standing.ts';
import type { AssessmentStanding, Standing } from './types.ts';

const authorized = lifeUntil('2027-01-13');

function released(assessment: string, at: Instant, passed: boolean, attempt = 1): Fact {
  const score = passed ? 80 : 60;
  return makeFact(
    'result-released',
    at,
    { assessment, attempt, passed, score, maxScore: 100, byTopic: [] },
    `${at} ${assessment}`,
  );
}

function sat(date: string, attempt: number): Fact[] {
  const id = `attempt-${attempt}`;
  return [
    makeFact('attempt-begun', noon(date), { assessment: 'exam', attempt, attemptId: id }),
    makeFact('attempt-sealed', `${date}T13:00:00.000Z`, { assessment: 'exam', attempt, attemptId: id, byClock: false }),
  ];
}

function paidFor(date: string, attempt: number): Fact[] {
  const invoice = { fee: 'exam-fee', invoiceId: `inv-${attempt}`, amountMinor: 17_500, currency: 'USD' };
  return [
    makeFact('fee-invoiced', noon(date), { ...invoice, dueAt: '2028-12-31T23:59:59.999Z', attempt }),
    makeFact('fee-settled', noon(date), invoice),
  ];
}

function authorize(facts: readonly Fact[], at: Instant): Fact {
  return makeFact('test-authorized', at, authorizationTerms(calt, standing(calt, facts, at), 'exam'));
}

function examOf(found: Standing): AssessmentStanding | undefined {
  return found.assessments.find(({ assessment }) => assessment === 'exam');
}

describe('the exam', () => {
  it('is authorized by the system once the fee is settled, for the window of the program', () => {
    const found = standing(calt, lifeUntil('2027-01-12'), noon('2027-01-13'));
    expect(found.next[0]).toMatchObject({ kind: 'authorize-test', actor: 'system', subject: 'exam' });
    expect(authorizationTerms(calt, found, 'exam')).toEqual({
      assessment: 'exam',
      attempt: 1,
      from: noon('2027-01-13'),
      until: '2027-05-13T23:59:59.999Z',
    });
  });

  it('is taken within its window, which ends with its last day', () => {
    const until = '2027-05-13T23:59:59.999Z';
    const found = standing(calt, authorized, until);
    expect(found).toMatchObject({
      status: 'authorized',
      next: [
        { kind: 'take-exam', by: until },
        { kind: 'submit-portfolio', by: until },
      ],
    });
    expect(examOf(found)).toMatchObject({ state: 'open', attempt: 1 });
    const late = standing(calt, authorized, '2027-05-14T00:00:00.000Z');
    expect(late).toMatchObject({ status: 'closed', since: until, final: true });
    expect(examOf(late)?.state).toBe('locked');
  });

  it('comes back when staff extend a window that has passed', () => {
    const extended = makeFact('test-authorized', noon('2027-05-20'), {
      assessment: 'exam',
      attempt: 1,
      from: noon('2027-05-20'),
      until: '2027-06-20T23:59:59.999Z',
    });
    expect(standing(calt, [...authorized, extended], noon('2027-05-20'))).toMatchObject({
      status: 'authorized',
      final: false,
    });
  });

  it('goes on until it is sealed, by the system once its time is over', () => {
    const begun = [...authorized, ...sat('2027-02-10', 1).slice(0, 1)];
    const during = standing(calt, begun, '2027-02-10T13:59:00.000Z');
    expect(examOf(during)).toMatchObject({ state: 'under-way', attemptId: 'attempt-1' });
    expect(during.next[0]).toMatchObject({ kind: 'continue-exam', actor: 'candidate' });
    expect(standing(calt, begun, '2027-02-10T14:01:00.000Z').next[0]).toMatchObject({
      kind: 'continue-exam',
      actor: 'system',
    });
  });

  it('waits for its release, and keeps what was passed', () => {
    const sealed = [...lifeUntil('2027-02-01'), ...sat('2027-02-10', 1)];
    expect(standing(calt, sealed, noon('2027-02-11'))).toMatchObject({ status: 'waiting-for-results' });
    const passed = standing(calt, [...sealed, released('exam', noon('2027-02-20'), true)], noon('2027-02-20'));
    expect(examOf(passed)).toMatchObject({ state: 'passed', result: { score: 80, releasedAt: noon('2027-02-20') } });
  });

  it('can be taken again after the wait, with a new fee and a new authorization', () => {
    const failed = [...lifeUntil('2027-02-01'), ...sat('2027-02-10', 1), released('exam', noon('2027-02-20'), false)];
    const found = standing(calt, failed, noon('2027-02-20'));
    expect(examOf(found)).toMatchObject({
      state: 'failed',
      attempt: 2,
      retakeFrom: '2027-03-22T00:00:00.000Z',
      result: { attempt: 1 },
    });
    const paid = [...failed, ...paidFor('2027-02-21', 2)];
    const again = [...paid, authorize(paid, noon('2027-02-22'))];
    const early = standing(calt, again, noon('2027-03-21'));
    expect(examOf(early)).toMatchObject({ state: 'locked', attempt: 2, window: { from: '2027-03-22T00:00:00.000Z' } });
    expect(examOf(standing(calt, again, noon('2027-03-22')))?.state).toBe('open');
  });

  it('is not passed for good after the last attempt', () => {
    let facts: readonly Fact[] = [
      ...lifeUntil('2027-02-01'),
      ...sat('2027-02-10', 1),
      released('exam', noon('2027-02-20'), false),
    ];
    for (const [attempt, month] of [
      [2, '04'],
      [3, '06'],
    ] as const) {
      const paid = [...facts, ...paidFor(`2027-${month}-01`, attempt)];
      const open = [...paid, authorize(paid, noon(`2027-${month}-02`))];
      facts = [
        ...open,
        ...sat(`2027-${month}-10`, attempt),
        released('exam', noon(`2027-${month}-20`), false, attempt),
      ];
    }
    const found = standing(calt, facts, noon('2027-06-20'));
    expect(found).toMatchObject({ status: 'not-passed', final: true, next: [] });
    expect(examOf(found)).toMatchObject({ state: 'failed', attempt: 3 });
    expect(examOf(found)?.retakeFrom).toBeUndefined();
  });

  it('cannot be taken again when the time for attempts is over', () => {
    const failed = [...lifeUntil('2027-02-01'), ...sat('2027-02-10', 1), released('exam', noon('2027-02-20'), false)];
    expect(standing(calt, failed, noon('2028-02-10')).deadlines[0]).toMatchObject({
      id: 'retake:exam',
      at: '2028-02-10T23:59:59.999Z',
    });
    expect(standing(calt, failed, noon('2028-02-11'))).toMatchObject({
      status: 'not-passed',
      since: '2028-02-10T23:59:59.999Z',
    });
  });

  it('stands corrected when a result is released again', () => {
    const sealed = [...lifeUntil('2027-02-01'), ...sat('2027-02-10', 1), released('exam', noon('2027-02-20'), false)];
    const corrected = standing(calt, [...sealed, released('exam', noon('2027-02-25'), true)], noon('2027-02-25'));
    expect(examOf(corrected)?.state).toBe('passed');
    const passed = [...lifeUntil('2027-02-10'), released('exam', noon('2027-02-20'), true)];
    const withdrawn = standing(calt, [...passed, released('exam', noon('2027-02-25'), false)], noon('2027-02-25'));
    expect(examOf(withdrawn)).toMatchObject({ state: 'failed', attempt: 2, result: { passed: false } });
  });

  it('is authorized anew no longer than the time for attempts lasts', () => {
    const failed = [
      ...lifeUntil('2027-02-10'),
      released('exam', noon('2027-12-01'), false),
      ...paidFor('2027-12-02', 2),
    ];
    const found = standing(calt, failed, noon('2027-12-03'));
    expect(authorizationTerms(calt, found, 'exam')).toMatchObject({
      attempt: 2,
      from: '2027-12-31T00:00:00.000Z',
      until: '2028-02-10T23:59:59.999Z',
    });
  });

  it('is still to be paid for when it was authorized all the same, without a deadline that has passed', () => {
    const unpaid = authorized.filter(({ kind }) => kind !== 'fee-settled');
    const found = standing(calt, unpaid, noon('2027-03-01'));
    expect(found.status).toBe('authorized');
    const paying = found.next.find(({ kind }) => kind === 'pay-fee');
    expect(paying).toMatchObject({ amount: { amountMinor: 17_500 } });
    expect(paying?.by).toBeUndefined();
  });
});

describe('the portfolio', () => {
  it('is open from the acceptance of the application, before the fee is paid', () => {
    const found = standing(calt, lifeUntil('2027-01-10'), noon('2027-01-10'));
    expect(found.assessments[1]).toMatchObject({ assessment: 'portfolio', state: 'open' });
    expect(found.next.some(({ kind }) => kind === 'submit-portfolio')).toBe(true);
  });

  it('is rated by an examiner and released', () => {
    const found = standing(calt, lifeUntil('2027-02-01'), noon('2027-02-02'));
    expect(found.next.map(({ kind, actor }) => [kind, actor])).toContainEqual(['assign-examiner', 'examiner']);
    expect(found.next.map(({ kind, actor }) => [kind, actor])).toContainEqual(['release-result', 'score-releaser']);
  });

  it('can be handed in anew after the wait, without a fee', () => {
    const facts = [...lifeUntil('2027-02-20'), released('portfolio', noon('2027-02-22'), false)];
    const early = standing(calt, facts, noon('2027-02-22'));
    expect(early.assessments[1]).toMatchObject({ state: 'failed', attempt: 2, retakeFrom: '2027-03-24T00:00:00.000Z' });
    const later = standing(calt, facts, noon('2027-03-24'));
    expect(later.assessments[1]).toMatchObject({ state: 'open', window: { until: '2027-07-22T23:59:59.999Z' } });
    expect(later.owed).toEqual([]);
    expect(standing(calt, facts, noon('2027-07-23')).status).toBe('closed');
  });

  it('can be handed in anew no longer than the time for attempts lasts', () => {
    const facts = [...lifeUntil('2027-02-20'), released('portfolio', noon('2027-12-20'), false)];
    expect(standing(calt, facts, noon('2028-01-20')).assessments[1]).toMatchObject({
      state: 'open',
      window: { from: '2028-01-19T00:00:00.000Z', until: '2028-02-01T23:59:59.999Z' },
    });
  });

  it('closes the candidacy when it is not handed in, unless the exam waits for a new window', () => {
    const failed = [...authorized, ...sat('2027-05-10', 1), released('exam', noon('2027-05-12'), false)];
    expect(standing(calt, failed, noon('2027-05-20')).status).toBe('payment-due');
    const passed = [...authorized, ...sat('2027-05-10', 1), released('exam', noon('2027-05-12'), true)];
    expect(standing(calt, passed, noon('2027-05-20'))).toMatchObject({
      status: 'closed',
      since: '2027-05-13T23:59:59.999Z',
    });
  });
});

describe('a passed part', () => {
  const passedExam = lifeUntil('2027-02-20').filter(({ kind }) => kind !== 'portfolio-submitted');
  const longWindow = makeFact('test-authorized', noon('2027-03-01'), {
    assessment: 'portfolio',
    attempt: 1,
    from: noon('2027-03-01'),
    until: '2032-01-01T23:59:59.999Z',
  });

  it('counts for 24 months while another is open', () => {
    const facts = [...passedExam, longWindow];
    const until = '2029-02-20T23:59:59.999Z';
    expect(standing(calt, facts, until)).toMatchObject({
      status: 'authorized',
      deadlines: [{ id: 'kept:exam', at: until }, {}],
    });
    const after = standing(calt, facts, '2029-02-21T00:00:00.000Z');
    expect(after).toMatchObject({ status: 'closed', since: until });
    expect(examOf(after)?.state).toBe('passed');
  });

  it('does not run out while the organization has the other', () => {
    const handedIn = makeFact('portfolio-submitted', noon('2029-02-01'), {
      assessment: 'portfolio',
      attempt: 1,
      pieces: 2,
    });
    const facts = [...passedExam, longWindow, handedIn];
    expect(standing(calt, facts, noon('2029-06-01')).status).toBe('waiting-for-results');
    expect(standing(calt, [...facts, released('portfolio', noon('2029-06-02'), true)], noon('2029-06-02')).status).toBe(
      'waiting-for-decision',
    );
  });
});
