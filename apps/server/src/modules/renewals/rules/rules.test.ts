import { readFileSync } from 'node:fs';
import { type Fact, parseProgram, type RenewalStanding, type Standing } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { approvalConflict, approvalObstacle } from './approval.ts';
import { noticeLetter } from './letters.ts';
import { applies, noticeAt, occasionOf } from './notices.ts';
import { isSignedBy } from './signature.ts';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program cannot be read.');
const { program } = parsed;

const validUntil = '2030-02-28T23:59:59.999Z';
const renewal: RenewalStanding = {
  cycle: 2,
  routes: [{ id: 'education', kind: 'education', title: 'Continuing education' }],
  route: 'education',
  hoursMissing: 11.5,
  hoursCarriedOver: 0,
  categories: [],
  hoursNeeded: 30,
  hoursLogged: 18.5,
  hoursAccepted: 10,
  opensAt: '2029-08-28T00:00:00.000Z',
  dueAt: validUntil,
  graceUntil: '2030-05-29T23:59:59.999Z',
  state: 'open',
  entries: [
    {
      entryId: 'e1',
      title: 'A course',
      provider: 'A provider',
      hours: 18.5,
      completedOn: '2029-05-01',
      category: 'courses',
      state: 'accepted',
      counts: true,
      reason: { code: 'education-entry.accepted' },
    },
  ],
};
const credential = {
  credentialId: 'c1',
  number: 'X-1',
  cycle: 1,
  status: 'renewal-due' as const,
  since: '2029-08-28T00:00:00.000Z',
  validFrom: '2027-03-01T00:00:00.000Z',
  validUntil,
};
const standing = (change: Partial<Standing>): Standing =>
  ({ next: [], renewal, credential, ...change }) as unknown as Standing;

describe('who approves', () => {
  const judged = (entryId: string): Fact[] =>
    [
      { id: 'f', kind: 'education-judged', at: '', by: { kind: 'staff', id: 'p' }, edition: '', data: { entryId } },
    ] as unknown as Fact[];
  const question = { personId: 'p', candidateId: 'c', facts: [] as Fact[], renewal };

  test('is somebody who judged none of the education that the renewal rests on', () => {
    expect(approvalConflict(question)).toBeUndefined();
    expect(approvalConflict({ ...question, facts: judged('e1') })).toMatch(/You judged education/);
    expect(approvalConflict({ ...question, facts: judged('of an earlier cycle') })).toBeUndefined();
  });

  test('is not the holder', () => {
    expect(approvalConflict({ ...question, candidateId: 'p' })).toMatch(/your own/);
  });
});

describe('what keeps a renewal from being approved', () => {
  const approvable = { kind: 'approve-renewal', actor: 'decider', title: { code: 'x' } } as const;

  test('nothing, once the standing says so', () => {
    expect(approvalObstacle(standing({ next: [approvable] }))).toBeUndefined();
  });

  test('too few accepted hours, an unpaid fee, nothing submitted, a suspension', () => {
    const submitted = { ...renewal, state: 'submitted' as const };
    expect(approvalObstacle(standing({ renewal: submitted }))?.code).toBe('renewals.short-of-hours');
    const full = { ...submitted, hoursAccepted: 30 };
    expect(approvalObstacle(standing({ renewal: full }))?.message).toMatch(/fee/);
    expect(approvalObstacle(standing({}))?.code).toBe('renewals.nothing-to-decide');
    const suspended = { ...credential, status: 'suspended' as const };
    expect(approvalObstacle(standing({ renewal: submitted, credential: suspended }))?.code).toBe(
      'renewals.nothing-to-decide',
    );
  });
});

describe('the notice that the clock asks for', () => {
  const at = (day: string) => noticeAt(program, validUntil, `${day}T12:00:00.000Z`);

  test.each([
    ['2029-08-31', undefined],
    ['2029-09-01', { kind: 'reminder', period: 'P180D' }],
    ['2029-11-29', { kind: 'reminder', period: 'P180D' }],
    ['2029-11-30', { kind: 'reminder', period: 'P90D' }],
    ['2030-01-29', { kind: 'reminder', period: 'P30D' }],
    ['2030-02-28', { kind: 'reminder', period: 'P7D' }],
    ['2030-03-01', { kind: 'in-grace' }],
    ['2030-05-29', { kind: 'in-grace' }],
    ['2030-05-30', { kind: 'lapsed' }],
    ['2031-05-29', { kind: 'lapsed' }],
    ['2031-05-30', { kind: 'expired' }],
  ])('%s', (day, notice) => {
    expect(at(day)).toEqual(notice);
  });

  test('is for the latest credential, while it is true of it', () => {
    const reminder = { kind: 'reminder', period: 'P30D' } as const;
    expect(applies(reminder, standing({}), 'c1')).toBe(true);
    expect(applies(reminder, standing({}), 'an older one')).toBe(false);
    expect(applies(reminder, standing({ renewal: { ...renewal, state: 'submitted' } }), 'c1')).toBe(false);
    expect(applies(reminder, standing({ credential: { ...credential, status: 'revoked' } }), 'c1')).toBe(false);
    expect(applies({ kind: 'lapsed' }, standing({ credential: { ...credential, status: 'lapsed' } }), 'c1')).toBe(true);
    expect(applies({ kind: 'lapsed' }, standing({ credential: { ...credential, status: 'in-grace' } }), 'c1')).toBe(
      false,
    );
  });

  test('has an occasion of its own, so that it is sent once', () => {
    expect(occasionOf('c1', { kind: 'reminder', period: 'P30D' })).toBe('renewal/c1/P30D');
    expect(occasionOf('c1', { kind: 'lapsed' })).toBe('renewal/c1/lapsed');
  });
});

test('a letter says what is missing, by when, and where', () => {
  const base = {
    program,
    title: 'Certified Academic Library Technician',
    credential,
    renewal,
    isComplete: false,
    name: 'Ana',
    organizationName: 'Association',
    url: 'https://x.example/me',
  };
  const reminder = noticeLetter({ ...base, notice: { kind: 'reminder', period: 'P30D' } });
  expect(reminder.subject).toBe('CALT: Renew by February 28, 2030');
  expect(reminder.body).toContain('is in force until February 28, 2030 (UTC).');
  expect(reminder.body).toContain('You have logged 18.5 hours of 30. Log 11.5 hours more');
  const lapsed = noticeLetter({ ...base, notice: { kind: 'lapsed' } });
  expect(lapsed.body).toContain('not renewed by May 29, 2030 (UTC). Do not use the title any more.');
  expect(lapsed.body).toContain('Until May 29, 2031 (UTC)');
});

test('a signature is the name, whatever its case and blanks', () => {
  expect(isSignedBy('Zoë O’Neill', " zoë  O'NEILL ")).toBe(true);
  expect(isSignedBy('Ana Rivera', 'Ana R.')).toBe(false);
  expect(isSignedBy('Ana Rivera', 'Ana Rivéra')).toBe(false);
});
