import { expect, test } from 'vitest';
import {
  type Asking,
  blocksAddress,
  domainOf,
  dueReminder,
  linkHash,
  mailboxOf,
  statementReminders,
} from './statement-requests.ts';

const asking = (kind: Asking['kind']): Asking =>
  ({ kind, request: { validFor: 'P30D', reminders: ['P14D', 'P7D', 'P40D'] } }) as unknown as Asking;
const statement = {
  requirement: 'letters',
  requestId: 'r',
  state: 'waiting',
  requestedAt: '2027-03-01T09:00:00.000Z',
  until: '2027-03-31T23:59:59.999Z',
} as const;
const instant = (text: string) => new Date(text);

test('reminders come at the beginning of their days, earliest first, and none after the link has run out', () => {
  expect(statementReminders(asking('references'), statement)).toEqual([
    '2027-03-08T00:00:00.000Z',
    '2027-03-15T00:00:00.000Z',
  ]);
});

test('a reminder is due once it has come, unless a mail went out after it', () => {
  const due = (mailedAt: string, now: string, state: 'waiting' | 'given' = 'waiting') =>
    dueReminder(asking('references'), { ...statement, state }, instant(mailedAt), instant(now));
  const requested = statement.requestedAt;
  expect(due(requested, '2027-03-07T23:59:59.999Z')).toBeUndefined();
  expect(due(requested, '2027-03-08T00:00:00.000Z')).toBe('2027-03-08T00:00:00.000Z');
  expect(due('2027-03-08T00:00:01.000Z', '2027-03-10T00:00:00.000Z')).toBeUndefined();
  expect(due(requested, '2027-03-20T00:00:00.000Z')).toBe('2027-03-15T00:00:00.000Z');
  expect(due(requested, '2027-03-20T00:00:00.000Z', 'given')).toBeUndefined();
});

test('a referee who answered or declined is not asked again, a provider may be', () => {
  const states = ['waiting', 'given', 'declined', 'withdrawn', 'expired', undefined] as const;
  const blocking = (kind: Asking['kind']) => states.filter((state) => blocksAddress(asking(kind), state));
  expect(blocking('references')).toEqual(['waiting', 'given', 'declined']);
  expect(blocking('training')).toEqual(['waiting']);
});

test('of an address, the part that says where it is from is what follows the last sign', () => {
  expect(domainOf('"a@b"@school.example')).toBe('school.example');
});

test('the hash of a token says nothing of it and is the same each time', () => {
  expect(linkHash('a token')).toMatch(/^[0-9a-f]{64}$/);
  expect(linkHash('a token')).toBe(linkHash('a token'));
  expect(linkHash('a token')).not.toBe(linkHash('another token'));
});

test.each([
  ['Ana@work.example', 'ana@work.example'],
  ['ana+friend@work.example', 'ana@work.example'],
  ['ana+a+b@work.example', 'ana@work.example'],
  ['ana.b@work.example', 'ana.b@work.example'],
])('%s reaches the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});
