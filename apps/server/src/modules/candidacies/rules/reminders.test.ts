import { type CredentialStanding, type Program, type Standing, standing } from '@testamur/program';
import { expect, test } from 'vitest';
import { calt } from '../../../../../../packages/program/src/testing/calt.ts';
import { lifeUntil } from '../../../../../../packages/program/src/testing/facts.ts';
import { isReminderDue, nextLookAt, remindersOf } from './reminders.ts';

const program = { renewal: { reminders: ['P7D', 'P30D'] } } as unknown as Program;
const validUntil = '2030-03-31T23:59:59.999Z';
const thirty = new Date('2030-03-01T00:00:00.000Z');
const seven = new Date('2030-03-24T00:00:00.000Z');

/** No more of a standing than these rules read. */
const standingWith = (status: CredentialStanding['status'], renewal: 'open' | 'submitted' = 'open') =>
  ({
    deadlines: [{ at: validUntil }],
    next: [],
    owed: [],
    assessments: [],
    statements: [],
    grants: [],
    maintenance: [],
    credential: { status, validFrom: '2027-04-01T09:00:00.000Z', validUntil },
    renewal: { state: renewal, opensAt: '2029-10-01T00:00:00.000Z', dueAt: validUntil, graceUntil: validUntil },
  }) as unknown as Standing;
const before = (instant: Date) => new Date(instant.getTime() - 1);

test('a certification that runs out is reminded of, earliest first', () => {
  expect(remindersOf(program, standingWith('active'))).toEqual([thirty, seven]);
  expect(remindersOf(program, standingWith('renewal-due'))).toEqual([thirty, seven]);
});

test('one that is submitted, over, suspended or revoked is not', () => {
  expect(remindersOf(program, standingWith('renewal-due', 'submitted'))).toEqual([]);
  for (const status of ['in-grace', 'lapsed', 'suspended', 'revoked'] as const) {
    expect(remindersOf(program, standingWith(status))).toEqual([]);
  }
});

const yearly: Program['fees'][number] = {
  kind: 'maintenance',
  id: 'annual',
  title: 'Annual fee',
  description: 'Each year.',
  prices: [
    { payerClass: 'member', amount: '50.00' },
    { payerClass: 'other', amount: '75.00' },
  ],
  dueWithin: 'P30D',
  every: 'P1Y',
  grace: 'P90D',
};

test('a yearly fee has a date from which it is asked for, and is reminded of a week before it is due', () => {
  const standing = standingWith('lapsed');
  const withFee = { ...program, fees: [yearly] } as unknown as Program;
  const dueAt = '2028-05-31T23:59:59.999Z';
  const datesOf = (state: string) =>
    remindersOf(withFee, { ...standing, maintenance: [{ fee: 'annual', state, dueAt }] } as unknown as Standing);
  expect(datesOf('ahead')).toEqual([new Date('2028-05-01T00:00:00.000Z')]);
  expect(datesOf('open')).toEqual([new Date('2028-05-24T23:59:59.999Z')]);
  expect(datesOf('settled')).toEqual([]);
});

test('between two looks the clock changes nothing about a certification, its renewal and its yearly fees', () => {
  const whole: Program = { ...calt, fees: [...calt.fees, yearly] };
  const facts = lifeUntil('2027-03-03');
  const saysAt = (at: Date) => ({ ...standing(whole, facts, at.toISOString()), at: '' });
  let at = new Date(facts.at(-1)?.at ?? '');
  const looks: string[] = [];
  for (;;) {
    const found = standing(whole, facts, at.toISOString());
    const next = nextLookAt(found, remindersOf(whole, found), at);
    if (!next) break;
    const span = next.getTime() - at.getTime();
    for (const part of [0, 0.01, 0.5, 1]) {
      const between = new Date(Math.min(at.getTime() + span * part, next.getTime() - 1));
      if (between > at) expect(saysAt(between)).toEqual(saysAt(at));
    }
    looks.push(next.toISOString().slice(0, 10));
    at = next;
  }
  // Asked for, due, its grace over: the fee of the first year; nobody pays it, and nothing more follows but the end.
  expect(looks).toEqual(expect.arrayContaining(['2028-02-02', '2028-03-03', '2028-06-01']));
  expect(standing(whole, facts, at.toISOString())).toMatchObject({ final: true });
});

test('a reminder is due to whoever looked before it, from its instant on, and once', () => {
  expect(isReminderDue([thirty, seven], before(thirty), before(thirty))).toBe(false);
  expect(isReminderDue([thirty, seven], before(thirty), thirty)).toBe(true);
  expect(isReminderDue([thirty, seven], thirty, before(seven))).toBe(false);
  expect(isReminderDue([thirty, seven], thirty, seven)).toBe(true);
});

test('the next look is at the next reminder, or where the standing itself may change before', () => {
  const standing = standingWith('renewal-due');
  expect(nextLookAt(standing, [thirty, seven], before(thirty))).toEqual(thirty);
  expect(nextLookAt(standing, [thirty, seven], thirty)).toEqual(seven);
  expect(nextLookAt(standing, [thirty, seven], seven)).toEqual(new Date(validUntil));
  expect(nextLookAt(standing, [], thirty)).toEqual(new Date(validUntil));
  expect(
    nextLookAt({ ...standing, deadlines: [], renewal: undefined, credential: undefined } as never, [], seven),
  ).toBe(undefined);
});
