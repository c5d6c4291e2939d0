import type { CredentialStanding, Program, Standing } from '@testamur/program';
import { expect, test } from 'vitest';
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
