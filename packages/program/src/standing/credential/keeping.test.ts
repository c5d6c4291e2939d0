import { describe, expect, it } from 'vitest';
import type { Fact, Instant } from '../../facts.ts';
import { say } from '../../messages/say.ts';
import type { Program, RenewalRouteOf } from '../../schema/program.ts';
import { calt } from '../../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../../testing/facts.ts';
import { standing } from '../standing.ts';
import type { Standing } from '../types.ts';

const granted = lifeUntil('2027-03-03');

/** The program with other terms of keeping it. */
function keptBy(change: Partial<RenewalRouteOf<'education'>>, renewal: Partial<Program['renewal']> = {}): Program {
  const routes = calt.renewal.routes.map((route) => (route.kind === 'education' ? { ...route, ...change } : route));
  return { ...calt, renewal: { ...calt.renewal, ...renewal, routes } };
}

const two = [
  { id: 'law', title: 'Law', description: 'Law.', minimum: 10 },
  { id: 'talks', title: 'Talks', description: 'Talks.', maximum: 8 },
  { id: 'courses', title: 'Courses', description: 'Courses.' },
];

function logged(date: string, category: string, hours: number): Fact[] {
  const entryId = `${category} ${date}`;
  return [
    makeFact(
      'education-logged',
      noon(date),
      { entryId, title: category, provider: 'Hill College', hours, completedOn: date, category, fileIds: [] },
      `logged ${entryId}`,
    ),
  ];
}

function accepted(date: string, entryId: string): Fact {
  return makeFact(
    'education-judged',
    noon(date),
    { entryId, verdict: 'accepted', reason: 'Attended.' },
    `judged ${entryId}`,
  );
}

/** What the lines of one fee or kind of education are called, with what they say. */
const linesOf = ({ steps }: Standing, id: string): readonly (readonly [string, string])[] =>
  steps
    .flatMap(({ lines }) => lines)
    .filter((line) => line.id === id || line.id.startsWith(`${id}:`))
    .map(({ title, detail }) => [say(title), detail === undefined ? '' : say(detail)]);

const kinds = ({ next }: Standing): string[] => next.map(({ kind }) => kind);

describe('kinds of continuing education', () => {
  const program = keptBy({ hours: 30, categories: two });
  const many = [...granted, ...logged('2028-01-10', 'talks', 20), ...logged('2028-02-10', 'courses', 15)];

  it('count no further than their cap', () => {
    const { renewal } = standing(program, many, noon('2028-03-01'));
    expect(renewal?.hoursLogged).toBe(23);
    expect(renewal?.categories.find(({ id }) => id === 'talks')).toMatchObject({ hours: 20, counted: 8, maximum: 8 });
  });

  it('have to reach their minimum, whatever the sum is', () => {
    const enough = [...many, ...logged('2028-03-10', 'courses', 20)];
    const at = noon('2029-12-01');
    expect(standing(program, enough, at).renewal).toMatchObject({ hoursLogged: 43, hoursMissing: 10 });
    expect(kinds(standing(program, enough, at))).toContain('log-education');
    const law = [...enough, ...logged('2028-04-10', 'law', 10)];
    expect(standing(program, law, at).renewal?.hoursMissing).toBe(0);
    expect(kinds(standing(program, law, at))).toContain('submit-renewal');
  });

  it('are told in the unit of the program, and a cap once something is logged of its kind', () => {
    const credits = keptBy({ hours: 30, categories: two, unit: 'credits' });
    const at = noon('2028-03-01');
    expect(linesOf(standing(credits, granted, at), 'category')).toEqual([['Law', '0 of 10 credits']]);
    expect(linesOf(standing(credits, many, at), 'category')).toEqual([
      ['Law', '0 of 10 credits'],
      ['Talks', '8 of 20 credits count'],
    ]);
    expect(linesOf(standing(program, many, at), 'category:talks')).toEqual([['Talks', '8 of 20 hours count']]);
    expect(linesOf(standing(credits, granted, at), 'renewal')).toEqual([
      ['Renewal', '0 of 30 credits, by March 2, 2030'],
    ]);
  });

  it('are shown as lines of the step where they have a minimum or a cap', () => {
    const lines = standing(program, many, noon('2028-03-01')).steps.at(-1)?.lines ?? [];
    expect(lines.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['category:law', 'not-started'],
        ['category:talks', 'met'],
      ]),
    );
    expect(lines.some(({ id }) => id === 'category:courses')).toBe(false);
  });

  it('that the program does not have count nothing, and say so', () => {
    const facts = [...granted, ...logged('2028-01-10', 'golf', 30)];
    const entry = standing(program, facts, noon('2028-03-01')).renewal?.entries[0];
    expect(entry).toMatchObject({ counts: false });
    expect(say(entry?.reason ?? { code: '' })).toMatch(/no such kind/);
  });
});

/** Renewed in 2030 with 45 hours, all of them accepted. */
function renewedWith45(program: Program): Fact[] {
  const education = [...logged('2028-01-10', 'courses', 25), ...logged('2029-01-10', 'courses', 20)];
  return [
    ...granted,
    ...education,
    accepted('2029-02-01', 'courses 2028-01-10'),
    accepted('2029-02-01', 'courses 2029-01-10'),
    makeFact('renewal-submitted', noon('2030-01-10'), { cycle: 2 }),
    makeFact('credential-granted', noon('2030-01-20'), {
      credentialId: 'cred-2',
      number: 'CALT-000002',
      cycle: 2,
      validFrom: '2030-03-03T00:00:00.000Z',
      validUntil: '2033-03-02T23:59:59.999Z',
    }),
  ].filter(({ edition }) => edition === program.edition);
}

describe('hours beyond what a cycle needs', () => {
  it('count in the next cycle as far as the program lets them', () => {
    const program = keptBy({ carryOver: 10 });
    expect(standing(program, renewedWith45(program), noon('2030-02-01')).renewal).toMatchObject({
      cycle: 3,
      hoursCarriedOver: 10,
      hoursLogged: 10,
      hoursAccepted: 10,
      hoursMissing: 20,
    });
  });

  it('are lost where the program says nothing of them', () => {
    expect(standing(calt, renewedWith45(calt), noon('2030-02-01')).renewal).toMatchObject({
      hoursCarriedOver: 0,
      hoursMissing: 30,
    });
  });
});

describe('a renewal of which a share is looked at', () => {
  const program = keptBy({}, { audit: { percent: 10, text: 'One in ten is looked at.' } });
  const complete = [...granted, ...logged('2028-01-10', 'courses', 30)];
  const submitted = (audited: boolean): Fact[] => [
    ...complete,
    makeFact('renewal-submitted', noon('2029-12-01'), { cycle: 2, audited }),
  ];
  const at = noon('2029-12-02');

  it('asks no reviewer before it is submitted', () => {
    expect(kinds(standing(program, complete, at))).toEqual(['submit-renewal']);
  });

  it('can be approved at once when it was not drawn', () => {
    const found = standing(program, submitted(false), at);
    expect(kinds(found)).toEqual(['approve-renewal']);
    expect(found.renewal).toMatchObject({ audited: false, hoursAccepted: 30 });
  });

  it('waits for a reviewer when it was drawn', () => {
    const found = standing(program, submitted(true), at);
    expect(kinds(found)).toEqual(['review-education']);
    expect(found.renewal).toMatchObject({ audited: true, hoursAccepted: 0 });
  });
});

describe('a yearly fee', () => {
  const fee: Program['fees'][number] = {
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
  const program: Program = { ...calt, fees: [...calt.fees, fee] };
  const dueAt = '2028-03-03T23:59:59.999Z';
  const invoice = makeFact('fee-invoiced', noon('2028-02-02'), {
    fee: 'annual',
    invoiceId: 'annual-1',
    amountMinor: 5000,
    currency: 'USD',
    dueAt,
    year: 1,
  });
  const paid = makeFact('fee-settled', noon('2028-07-01'), {
    fee: 'annual',
    invoiceId: 'annual-1',
    amountMinor: 5000,
    currency: 'USD',
  });
  const statusAt = (facts: readonly Fact[], at: Instant): string | undefined =>
    standing(program, facts, at).credential?.status;

  it('is invoiced before its date, by the class of the payer', () => {
    expect(kinds(standing(program, granted, noon('2028-02-01')))).not.toContain('issue-invoice');
    expect(standing(program, granted, noon('2028-02-02')).next).toContainEqual(
      expect.objectContaining({
        kind: 'issue-invoice',
        subject: 'annual',
        amount: { amountMinor: 5000, currency: 'USD' },
      }),
    );
  });

  it('has its date and its grace among the deadlines', () => {
    const ids = (at: Instant): string[] => standing(program, [...granted, invoice], at).deadlines.map(({ id }) => id);
    expect(ids(noon('2028-02-10'))).toContain('maintenance:annual:1');
    expect(ids(noon('2028-04-10'))).toContain('maintenance:annual:1:grace');
  });

  it('overdue leaves the credential in grace, then lapses it, and paying brings it back', () => {
    const facts = [...granted, invoice];
    expect(statusAt(facts, noon('2028-03-03'))).toBe('active');
    expect(statusAt(facts, noon('2028-03-05'))).toBe('in-grace');
    expect(statusAt(facts, noon('2028-06-02'))).toBe('lapsed');
    expect(standing(program, facts, noon('2028-06-02')).credential).toMatchObject({
      since: '2028-06-02T00:00:00.000Z',
      cause: 'maintenance',
    });
    expect(statusAt([...facts, paid], noon('2028-07-02'))).toBe('active');
  });

  it('stands in a line of its own for each year', () => {
    const facts = [...granted, invoice, paid];
    const ids = standing(program, facts, noon('2029-02-10')).steps.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const titles = linesOf(standing(program, facts, noon('2029-02-10')), 'annual').map(([title]) => title);
    expect(titles).toEqual(['Annual fee, year 1', 'Annual fee, year 2']);
    expect(standing(program, facts, noon('2029-02-10')).maintenance.map(({ year, state }) => [year, state])).toEqual([
      [1, 'settled'],
      [2, 'to-invoice'],
    ]);
  });
});

describe('giving a credential back', () => {
  it('for retirement keeps the title of the retired', () => {
    const program: Program = {
      ...calt,
      renewal: { ...calt.renewal, retirement: { title: 'Retired', text: 'May be used after work has ended.' } },
    };
    const retired = makeFact('credential-surrendered', noon('2028-01-01'), { credentialId: 'cred-1', retired: true });
    const found = standing(program, [...granted, retired], noon('2028-01-02'));
    expect(found.credential).toMatchObject({ status: 'surrendered', reason: 'Retired' });
    expect(found.final).toBe(true);
  });
});
