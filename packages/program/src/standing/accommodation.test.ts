import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { standing } from './standing.ts';

const settled = lifeUntil('2027-01-12');

function requested(date: string): Fact {
  return makeFact('accommodation-requested', noon(date), { request: 'Time and a half.' });
}

function decided(date: string, granted: boolean, timeMultiplier: number): Fact {
  return makeFact('accommodation-decided', noon(date), { granted, timeMultiplier, reason: 'Documented.' });
}

describe('an accommodation', () => {
  it('is decided before the exam is authorized', () => {
    const waiting = standing(calt, [...settled, requested('2027-01-05')], noon('2027-01-12'));
    expect(waiting.status).toBe('under-review');
    expect(waiting.next.map(({ kind }) => kind)).toEqual(['decide-accommodation', 'submit-portfolio']);
    const granted = [...settled, requested('2027-01-05'), decided('2027-01-13', true, 1.5)];
    const after = standing(calt, granted, noon('2027-01-13'));
    expect([after.timeMultiplier, after.next[0]?.kind]).toEqual([1.5, 'authorize-test']);
  });

  it('changes nothing when it is refused, and takes away nothing that was granted before', () => {
    const refused = [...settled, requested('2027-01-05'), decided('2027-01-06', false, 2)];
    expect(standing(calt, refused, noon('2027-01-12')).timeMultiplier).toBe(1);
    const granted = [
      ...settled,
      decided('2027-01-05', true, 1.5),
      requested('2027-01-06'),
      decided('2027-01-07', false, 2),
    ];
    expect(standing(calt, granted, noon('2027-01-12')).timeMultiplier).toBe(1.5);
  });

  it('gives an exam under way its extra time before the system has to seal it', () => {
    const begun = makeFact('attempt-begun', noon('2027-02-10'), { assessment: 'exam', attempt: 1, attemptId: 'a' });
    const facts = [...lifeUntil('2027-01-13'), decided('2027-01-05', true, 1.5), begun];
    expect(standing(calt, facts, '2027-02-10T14:59:00.000Z').next[0]).toMatchObject({ actor: 'candidate' });
    expect(standing(calt, facts, '2027-02-10T15:01:00.000Z').next[0]).toMatchObject({ actor: 'system' });
  });

  it('asks nobody for a decision once the exam is passed', () => {
    const facts = [...lifeUntil('2027-02-20'), requested('2027-02-20')];
    expect(standing(calt, facts, noon('2027-02-21')).next.map(({ kind }) => kind)).not.toContain(
      'decide-accommodation',
    );
  });
});
