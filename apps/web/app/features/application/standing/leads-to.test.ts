import type { NextAction, Standing, StandingLine } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { actionPath, linePath } from './leads-to.ts';

const title = { code: 'given', values: { words: 'x' } };
const where: Pick<Standing, 'at' | 'owed' | 'assessments' | 'credential' | 'status'> = {
  at: '2027-03-01T00:00:00.000Z',
  status: 'payment-due',
  owed: [{ fee: 'exam-fee', title, reason: title, amountMinor: 1, currency: 'USD', invoiceId: 'i' }],
  assessments: [
    { assessment: 'exam', kind: 'exam', state: 'under-way', attempt: 1, attemptId: 'a' },
    { assessment: 'portfolio', kind: 'portfolio', state: 'locked', attempt: 1 },
  ],
};
const act = (kind: NextAction['kind'], subject?: string, actor: NextAction['actor'] = 'candidate'): NextAction => ({
  kind,
  actor,
  title,
  ...(subject === undefined ? {} : { subject }),
});
const line = (kind: StandingLine['kind'], id: string): StandingLine => ({
  id,
  kind,
  title,
  state: 'met',
  why: { rule: title, reason: title, factIds: [] },
});

describe('what comes next', () => {
  it('leads the candidate to where it is done', () => {
    expect(actionPath('c', act('pay-fee', 'exam-fee'), where)).toBe('/me/candidacies/c/fees/i/pay');
    expect(actionPath('c', act('complete-requirement', 'education'), where)).toBe('/me/candidacies/c/apply/education');
    expect(actionPath('c', act('continue-exam', 'exam'), where)).toBe('/exam/a');
  });

  it('leads nowhere while somebody else has the move, or before the window opens', () => {
    expect(actionPath('c', act('review-requirement', 'education', 'reviewer'), where)).toBeUndefined();
    const window = { from: '2027-04-01T00:00:00.000Z', until: '2027-05-01T00:00:00.000Z' };
    const later = { ...where, assessments: [{ ...where.assessments[0], window }] } as typeof where;
    expect(actionPath('c', act('take-exam', 'exam'), later)).toBeUndefined();
    expect(actionPath('c', act('take-exam', 'exam'), where)).toBe('/me/candidacies/c/exam/exam');
  });
});

describe('a row of the standing', () => {
  it('leads to what it is about, and nowhere while that is locked', () => {
    expect(linePath('c', line('assessment', 'exam'), where)).toBe('/exam/a');
    expect(linePath('c', line('assessment', 'portfolio'), where)).toBeUndefined();
    expect(linePath('c', line('requirement', 'application'), where)).toBe('/me/candidacies/c/submitted');
    expect(linePath('c', line('requirement', 'application'), { ...where, status: 'draft' })).toBe(
      '/me/candidacies/c/check',
    );
    expect(linePath('c', line('decision', 'decision'), where)).toBeUndefined();
  });
});
