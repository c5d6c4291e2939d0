import { describe, expect, it } from 'vitest';
import type { Claim, Fact, FactData } from '../facts.ts';
import { say } from '../messages/say.ts';
import { calt } from '../testing/calt.ts';
import { associate, lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { standing } from './standing.ts';
import type { Standing, StandingLine } from './types.ts';

const submitted = lifeUntil('2027-01-06');

function lineOf(found: Standing, id: string): StandingLine | undefined {
  return found.steps.flatMap(({ lines }) => lines).find((line) => line.id === id);
}

function judged(
  date: string,
  requirement: string,
  verdict: FactData['requirement-judged']['verdict'],
  entryIds?: string[],
): Fact {
  const ids = entryIds === undefined ? {} : { entryIds };
  return makeFact(
    'requirement-judged',
    noon(date),
    { requirement, verdict, reason: 'The letter has no dates.', ...ids },
    `${date} ${requirement}`,
  );
}

function declared(date: string, requirement: string, claim: Claim): Fact {
  return makeFact('requirement-declared', noon(date), { requirement, claim }, `${date} declared ${requirement}`);
}

function work(...entries: { id: string; from: string; to?: string; percent?: number }[]): Claim {
  return {
    kind: 'experience',
    entries: entries.map(({ percent, ...rest }) => ({
      ...rest,
      employer: 'Hill College',
      position: 'Technician',
      setting: 'academic-library',
      fullTimePercent: percent ?? 100,
      fileIds: [],
    })),
  };
}

describe('a requirement', () => {
  it('is not started before anything is stated, and in progress while the application is a draft', () => {
    const empty = standing(calt, [], noon('2027-01-04'));
    expect(lineOf(empty, 'experience')?.state).toBe('not-started');
    const draft = standing(calt, lifeUntil('2027-01-05'), noon('2027-01-05'));
    expect(lineOf(draft, 'experience')?.state).toBe('in-progress');
    expect(draft.next.map(({ kind }) => kind)).toEqual(['submit-application']);
  });

  it('waits for a reviewer, unknown, once the application is submitted', () => {
    const found = standing(calt, submitted, noon('2027-01-06'));
    expect(lineOf(found, 'experience')?.state).toBe('unknown');
    expect(found.status).toBe('waiting-for-review');
    expect(found.next.map(({ kind, actor, subject }) => [kind, actor, subject])).toEqual([
      ['review-requirement', 'reviewer', 'experience'],
      ['review-requirement', 'reviewer', 'education'],
      ['review-membership', 'finance', 'member'],
    ]);
  });

  it('returns to the candidate when more is needed, and waits again when it is stated anew', () => {
    const asked = [...submitted, judged('2027-01-08', 'experience', 'more-needed')];
    const returned = standing(calt, asked, noon('2027-01-09'));
    expect([returned.status, returned.since]).toEqual(['more-needed', noon('2027-01-08')]);
    expect(lineOf(returned, 'experience')?.state).toBe('in-progress');
    expect(returned.next[0]).toMatchObject({ kind: 'complete-requirement', by: '2028-01-08T23:59:59.999Z' });
    const again = [
      ...asked,
      declared('2027-01-10', 'experience', work({ id: 'j', from: '2024-01-01', to: '2026-06-30' })),
    ];
    const waiting = standing(calt, again, noon('2027-01-11'));
    expect([waiting.status, waiting.since]).toEqual(['waiting-for-review', noon('2027-01-10')]);
    expect(lineOf(waiting, 'experience')?.state).toBe('unknown');
  });

  it('ends the candidacy when it is not accepted', () => {
    const found = standing(calt, [...submitted, judged('2027-01-08', 'education', 'not-accepted')], noon('2027-01-09'));
    expect([found.status, found.final, found.next]).toEqual(['not-accepted', true, []]);
    expect(say(found.statusReason)).toBe('Not accepted: Associate degree or higher.');
  });

  it('is not met, with the shortfall and the month in which it is reached, when what is stated is too little', () => {
    const short = declared('2027-01-05', 'experience', work({ id: 'j', from: '2025-10-25' }));
    const found = standing(calt, [short], noon('2027-01-05'));
    expect(lineOf(found, 'experience')?.state).toBe('not-met');
    expect(say(lineOf(found, 'experience')?.why.reason ?? { code: 'given' })).toBe(
      '1.2 of 2 years; 0.8 short, reached in October 2027 if the current work goes on.',
    );
    expect(found.next.some(({ kind, subject }) => kind === 'complete-requirement' && subject === 'experience')).toBe(
      true,
    );
  });

  it('counts work that goes on up to now in a draft, and up to the submission after it', () => {
    const goingOn = declared('2027-01-05', 'experience', work({ id: 'j', from: '2025-06-01' }));
    const draft = [...lifeUntil('2027-01-04'), goingOn];
    expect(lineOf(standing(calt, draft, noon('2027-05-30')), 'experience')?.state).toBe('not-met');
    expect(lineOf(standing(calt, draft, noon('2027-06-01')), 'experience')?.state).toBe('in-progress');
    const early = [...draft, makeFact('application-submitted', noon('2027-02-01'), {})];
    expect(lineOf(standing(calt, early, noon('2027-09-01')), 'experience')?.state).toBe('not-met');
  });

  it('counts work that goes on up to the new statement when it is stated anew after the submission', () => {
    const goingOn = work({ id: 'j', from: '2025-06-01' });
    const early = [...submitted, declared('2027-01-07', 'experience', goingOn)];
    const anew = [...early, declared('2027-06-01', 'experience', goingOn)];
    expect(lineOf(standing(calt, early, noon('2027-06-01')), 'experience')?.state).toBe('not-met');
    expect(lineOf(standing(calt, anew, noon('2027-06-01')), 'experience')?.state).toBe('unknown');
    const resubmitted = [...early, makeFact('application-submitted', noon('2027-08-01'), {}, 'second submission')];
    expect(lineOf(standing(calt, resubmitted, noon('2027-08-01')), 'experience')?.state).toBe('not-met');
  });

  it('is not met when a reviewer accepts too few of its entries, and met when the rest is accepted as well', () => {
    const claim = work(
      { id: 'a', from: '2022-01-01', to: '2023-06-30' },
      { id: 'b', from: '2024-01-01', to: '2025-06-30' },
    );
    const facts = [
      ...submitted,
      declared('2027-01-07', 'experience', claim),
      judged('2027-01-08', 'experience', 'accepted', ['a']),
    ];
    const partly = standing(calt, facts, noon('2027-01-09'));
    expect([partly.status, lineOf(partly, 'experience')?.state]).toEqual(['more-needed', 'not-met']);
    const wholly = standing(
      calt,
      [...facts, judged('2027-01-10', 'experience', 'accepted', ['b'])],
      noon('2027-01-10'),
    );
    expect(lineOf(wholly, 'experience')?.state).toBe('met');
  });

  it('keeps what is accepted when it is stated anew, and flags the statement', () => {
    const facts = [...lifeUntil('2027-01-09'), declared('2027-01-10', 'education', { kind: 'education', entries: [] })];
    const found = standing(calt, facts, noon('2027-01-10'));
    expect(lineOf(found, 'education')?.state).toBe('met');
    expect(found.flags).toEqual([{ factId: '2027-01-10 declared education', problem: { code: 'flag.already-met' } }]);
  });

  it.each([
    ['a degree below the level', { level: 'certificate' }],
    ['an institution that is not accredited', { accredited: false }],
    ['a degree of the future', { awardedOn: '2028-01-01' }],
    ['a date that does not exist', { awardedOn: '2022-02-30' }],
  ] as const)('of education is not met by %s', (_, change) => {
    const entries = associate.kind === 'education' ? associate.entries.map((entry) => ({ ...entry, ...change })) : [];
    const found = standing(
      calt,
      [declared('2027-01-05', 'education', { kind: 'education', entries })],
      noon('2027-01-05'),
    );
    expect(lineOf(found, 'education')?.state).toBe('not-met');
  });

  it('of a signature is met by signing the version in force, with a name, and needs no review', () => {
    const sign = (signedName: string, documentVersion: string): StandingLine | undefined => {
      const claim = { kind: 'attestation', signedName, documentVersion } as const;
      return lineOf(standing(calt, [declared('2027-01-05', 'conduct', claim)], noon('2027-01-05')), 'conduct');
    };
    expect(sign('Ana Rivera', '2026')?.state).toBe('met');
    expect(sign('Ana Rivera', '2020')?.state).toBe('not-met');
    expect(sign('   ', '2026')?.state).toBe('not-met');
  });
});

describe('the ledger', () => {
  it.each([
    ['an unknown requirement', judged('2027-01-08', 'reading', 'accepted'), 'flag.unknown-requirement'],
    ['a claim of another kind', declared('2027-01-08', 'experience', associate), 'flag.other-kind'],
    ['a judged signature', judged('2027-01-08', 'conduct', 'accepted'), 'flag.judged-attestation'],
    ['another edition', { ...judged('2027-01-08', 'education', 'accepted'), edition: '2020' }, 'flag.other-edition'],
    [
      'a day that does not exist',
      { ...judged('2027-01-08', 'education', 'accepted'), at: '2027-02-30T12:00:00.000Z' },
      'flag.impossible-dates',
    ],
    ['a copy', { ...judged('2027-01-08', 'education', 'not-accepted'), id: 'declared-education' }, 'flag.duplicate'],
  ] as const)('flags %s and goes on without it', (_, fact, code) => {
    const found = standing(calt, [...submitted, fact], noon('2027-03-09'));
    expect(found.flags).toMatchObject([{ factId: fact.id, problem: { code } }]);
    const { flags: _flags, ...rest } = found;
    const { flags: _none, ...expected } = standing(calt, submitted, noon('2027-03-09'));
    expect(rest).toEqual(expected);
  });

  it('takes facts of one instant in the order of their ids, however they were written down', () => {
    const asked = { ...judged('2027-01-08', 'education', 'more-needed'), id: 'b' };
    const { at, kind, by, edition, data } = judged('2027-01-08', 'education', 'not-accepted');
    // The keys stand in another order than in the first, as they may when they come from another store.
    const refused = { kind, edition, data, by, at, id: 'a' } as Fact;
    const found = standing(calt, [...submitted, refused, asked], noon('2027-01-08'));
    expect(found.status).toBe('more-needed');
  });

  it('does not look at what lies after the instant that is asked for', () => {
    const whole = lifeUntil('2027-03-03');
    for (const date of ['2027-01-04', '2027-01-08', '2027-02-10', '2027-02-25']) {
      expect(standing(calt, whole, noon(date))).toEqual(
        standing(
          calt,
          lifeUntil(date).filter(({ at }) => at <= noon(date)),
          noon(date),
        ),
      );
    }
  });

  it('wants an instant to be asked for', () => {
    expect(() => standing(calt, [], '2027-01-04')).toThrow(/is no instant; write it like/);
  });
});
