import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { standing } from './standing.ts';

describe('the decision', () => {
  it('is to be made once everything is passed, and certifies', () => {
    expect(standing(calt, lifeUntil('2027-02-22'), noon('2027-02-22'))).toMatchObject({
      status: 'waiting-for-decision',
      next: [{ kind: 'record-decision', actor: 'decider' }],
    });
    expect(standing(calt, lifeUntil('2027-03-02'), noon('2027-03-02'))).toMatchObject({
      status: 'certified',
      next: [{ kind: 'issue-credential', actor: 'system' }],
    });
  });

  it('can refuse, which ends the candidacy', () => {
    const refused = makeFact('decision-recorded', noon('2027-02-25'), { outcome: 'refuse', reason: 'Plagiarism.' });
    expect(standing(calt, [...lifeUntil('2027-02-22'), refused], noon('2027-02-25'))).toMatchObject({
      status: 'not-accepted',
      final: true,
    });
  });

  it('does not certify before everything is passed', () => {
    const early = makeFact(
      'decision-recorded',
      noon('2027-02-21'),
      { outcome: 'certify', reason: 'In a hurry.' },
      'early',
    );
    const found = standing(calt, [...lifeUntil('2027-02-22'), early], noon('2027-02-22'));
    expect(found.status).toBe('waiting-for-decision');
    expect(found.flags).toEqual([{ factId: 'early', problem: { code: 'flag.decision-too-early' } }]);
  });
});

describe('a candidacy', () => {
  it('is closed when its draft rests for the validity of an application', () => {
    const until = '2028-01-05T23:59:59.999Z';
    expect(standing(calt, lifeUntil('2027-01-05'), until).status).toBe('draft');
    expect(standing(calt, lifeUntil('2027-01-05'), '2028-01-06T00:00:00.000Z')).toMatchObject({
      status: 'closed',
      since: until,
    });
  });

  it('is not closed while it waits for the organization', () => {
    expect(standing(calt, lifeUntil('2027-01-06'), noon('2029-01-06')).status).toBe('waiting-for-review');
  });

  it('is closed by the first deadline that passes, whatever passes after it', () => {
    const facts = [
      makeFact('result-released', noon('2027-01-01'), {
        assessment: 'exam',
        attempt: 1,
        passed: true,
        score: 80,
        maxScore: 100,
        byTopic: [],
      }),
      makeFact('candidacy-begun', noon('2028-06-01'), {}),
    ];
    for (const date of ['2029-03-01', '2029-07-01']) {
      expect(standing(calt, facts, noon(date))).toMatchObject({ status: 'closed', since: '2029-01-01T23:59:59.999Z' });
    }
  });

  it('leaves nothing open to an attempt once it has ended', () => {
    const withdrawn = [
      ...lifeUntil('2027-01-13'),
      makeFact('candidacy-withdrawn', noon('2027-01-14'), { reason: 'Moved.' }),
    ];
    expect(standing(calt, lifeUntil('2027-01-13'), noon('2027-01-14')).assessments.map(({ state }) => state)).toEqual([
      'open',
      'open',
    ]);
    expect(standing(calt, withdrawn, noon('2027-01-14')).assessments.map(({ state }) => state)).toEqual([
      'locked',
      'locked',
    ]);
  });

  it('names no next attempt once it has ended', () => {
    const failed = [
      ...lifeUntil('2027-02-10'),
      makeFact('result-released', noon('2027-02-20'), {
        assessment: 'exam',
        attempt: 1,
        passed: false,
        score: 60,
        maxScore: 100,
        byTopic: [],
      }),
    ];
    expect(standing(calt, failed, noon('2027-02-21')).assessments[0]?.retakeFrom).toBe('2027-03-22T00:00:00.000Z');
    const withdrawn = [...failed, makeFact('candidacy-withdrawn', noon('2027-02-21'), { reason: 'Moved.' })];
    expect(standing(calt, withdrawn, noon('2027-02-21')).assessments[0]?.retakeFrom).toBeUndefined();
  });

  it('ends by withdrawing, but not after the credential is granted', () => {
    const withdraw = (date: string): Fact => makeFact('candidacy-withdrawn', noon(date), { reason: 'Moved away.' });
    const early = [...lifeUntil('2027-01-13'), withdraw('2027-01-14')];
    expect(standing(calt, early, noon('2027-01-14'))).toMatchObject({
      status: 'withdrawn',
      final: true,
      next: [],
      owed: [],
      deadlines: [],
    });
    expect(standing(calt, [...lifeUntil('2027-03-03'), withdraw('2027-03-04')], noon('2027-03-04')).status).toBe(
      'certified',
    );
  });
});
