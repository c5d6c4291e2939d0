import type { NextAction, StandingLine } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { program } from '../testing/program.ts';
import { actionPath, linePath } from './leads-to.ts';

const title = { code: 'given', values: { words: 'x' } };
const where: Parameters<typeof linePath>[2] = {
  at: '2027-03-01T00:00:00.000Z',
  status: 'payment-due',
  next: [],
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
    expect(actionPath('c', act('pay-fee', 'exam-fee'), where, program)).toBe('/me/candidacies/c/fees/i/pay');
    expect(actionPath('c', act('complete-requirement', 'education'), where, program)).toBe(
      '/me/candidacies/c/apply/education',
    );
    expect(actionPath('c', act('continue-exam', 'exam'), where, program)).toBe('/exam/a');
  });

  it('leads nowhere while somebody else has the move, or before the window opens', () => {
    expect(actionPath('c', act('review-requirement', 'education', 'reviewer'), where, program)).toBeUndefined();
    const window = { from: '2027-04-01T00:00:00.000Z', until: '2027-05-01T00:00:00.000Z' };
    const later = { ...where, assessments: [{ ...where.assessments[0], window }] } as typeof where;
    expect(actionPath('c', act('take-exam', 'exam'), later, program)).toBeUndefined();
    expect(actionPath('c', act('take-exam', 'exam'), where, program)).toBe('/me/candidacies/c/exam/exam');
  });
});

it('of two invoices of one fee each leads to its own', () => {
  const [first, second] = [act('pay-fee', 'exam-fee'), act('pay-fee', 'exam-fee')];
  const [owed] = where.owed;
  if (!owed) throw new Error('Nothing is owed.');
  const two = { ...where, next: [first, second], owed: [owed, { ...owed, invoiceId: 'j' }] };
  expect(actionPath('c', first, two, program)).toBe('/me/candidacies/c/fees/i/pay');
  expect(actionPath('c', second, two, program)).toBe('/me/candidacies/c/fees/j/pay');
});

describe('a row of the standing', () => {
  it('of a session or a course leads to what it is like even before it is open', () => {
    const assessments = [
      { assessment: 'oral', kind: 'oral', state: 'locked', attempt: 1 },
      { assessment: 'lessons', kind: 'course', state: 'locked', attempt: 1 },
    ] as const;
    expect(linePath('c', line('assessment', 'oral'), { ...where, assessments })).toBe('/me/candidacies/c/session/oral');
    expect(linePath('c', line('assessment', 'lessons'), { ...where, assessments })).toBe(
      '/me/candidacies/c/course/lessons',
    );
  });

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
