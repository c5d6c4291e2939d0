import type { Standing } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { readProgram } from '../../billing/testing/program-with.ts';
import { drawOf } from './draw.ts';
import { educationRefusal } from './education.ts';
import { feeNotices } from './fee-notices.ts';
import { submissionObstacle } from './submission.ts';

const program = readProgram();
const credential = { credentialId: 'c1', number: 'X-1', status: 'renewal-due' };

describe('a draw', () => {
  test('is the same for whoever draws again, and another for another candidacy, cycle or seed', () => {
    const draw = drawOf('seed', 'candidacy', 2, 50);
    expect(drawOf('seed', 'candidacy', 2, 50)).toEqual(draw);
    const others = [
      drawOf('seed', 'other', 2, 50),
      drawOf('seed', 'candidacy', 3, 50),
      drawOf('salt', 'candidacy', 2, 50),
    ];
    expect(others.every(({ drawn }) => drawn !== draw.drawn)).toBe(true);
  });

  test('takes all at 100 percent, none at 0, and about the share in between', () => {
    const taken = (percent: number) =>
      Array.from({ length: 4000 }, (_, index) => drawOf('seed', `${index}`, 2, percent)).filter((one) => one.audited);
    expect([taken(0).length, taken(100).length]).toEqual([0, 4000]);
    // Ten percent of 4000 is 400, give or take four standard deviations of 19.
    expect(Math.abs(taken(10).length - 400)).toBeLessThan(76);
  });
});

describe('fees that keep a certification', () => {
  const dates = { dueAt: '2028-03-01T23:59:59.999Z', graceUntil: '2028-03-31T23:59:59.999Z' };
  const noticesAt = (at: string, state: string, owed: readonly unknown[] = []) =>
    feeNotices({
      at,
      final: false,
      credential,
      maintenance: [{ fee: 'yearly', year: 1, ...dates, state }],
      owed,
    } as unknown as Standing).map(({ occasion }) => occasion);

  test.each([
    ['2028-02-01T09:00:00.000Z', 'ahead', []],
    ['2028-02-01T09:00:00.000Z', 'to-invoice', []],
    ['2028-02-01T09:00:00.000Z', 'open', ['maintenance/c1/yearly/1/invoiced']],
    ['2028-02-23T23:59:59.998Z', 'open', ['maintenance/c1/yearly/1/invoiced']],
    ['2028-02-23T23:59:59.999Z', 'open', ['maintenance/c1/yearly/1/due-soon']],
    ['2028-03-31T23:59:59.999Z', 'overdue', ['maintenance/c1/yearly/1/overdue']],
    ['2028-04-01T00:00:00.000Z', 'overdue', ['maintenance/c1/yearly/1/lapsed']],
    ['2028-04-01T00:00:00.000Z', 'settled', []],
  ])('at %s, %s: %j', (at, state, occasions) => {
    expect(noticesAt(at, state)).toEqual(occasions);
  });

  test('are told of by their invoices, yearly ones by their year, and no more once all is over', () => {
    const owed = [{ fee: 'renewal-fee', invoiceId: 'i1' }, { fee: 'yearly', invoiceId: 'i2' }, { fee: 'renewal-fee' }];
    expect(noticesAt('2028-02-01T09:00:00.000Z', 'settled', owed)).toEqual(['keeping/i1']);
    expect(feeNotices({ final: true, credential, owed, maintenance: [] } as unknown as Standing)).toEqual([]);
    expect(feeNotices({ final: false, owed, maintenance: [] } as unknown as Standing)).toEqual([]);
  });
});

describe('education', () => {
  test('without a category is of the first, and of one that is not known is refused by name', () => {
    expect(educationRefusal(program, {}, undefined)).toBeUndefined();
    expect(educationRefusal(program, { route: 'education' }, 'courses')).toBeUndefined();
    expect(educationRefusal(program, { route: 'education' }, 'sleep')?.message).toMatch(
      /^Choose one of these: courses/,
    );
  });
});

describe('a renewal', () => {
  const obstacle = (renewal: object, more: object = {}) =>
    submissionObstacle(program, {
      credential,
      renewal: { routes: [], route: 'education', state: 'open', hoursMissing: 0, categories: [], ...renewal },
      next: [],
      ...more,
    } as unknown as Standing);

  test('is submitted where the standing says so, and else is told what it waits for', () => {
    expect(obstacle({}, { next: [{ kind: 'submit-renewal' }] })).toBeUndefined();
    expect(obstacle({ state: 'not-open', opensAt: '2029-08-28T00:00:00.000Z' })?.message).toContain('August 28, 2029');
    expect(obstacle({}, { credential: { ...credential, status: 'suspended' } })?.message).toContain('is suspended');
    expect(obstacle({ state: 'closed' })?.code).toBe('renewals.not-open');
    expect(obstacle({ state: 'submitted' })).toMatchObject({ kind: 'conflict', code: 'renewals.already-submitted' });
    const courses = { id: 'courses', title: 'Courses', counted: 2, minimum: 6 };
    const short = { hoursNeeded: 30, hoursLogged: 30, hoursMissing: 4, categories: [courses] };
    expect(obstacle(short)?.message).toBe('Of "Courses", 2 of 6 hours are logged; 4 more are needed.');
  });
});
