import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { say } from '../messages/say.ts';
import { makeFact, noon } from '../testing/facts.ts';
import { guild } from '../testing/guild.ts';
import { ask, begin, declare, give, judge, ready, submitted } from '../testing/guild-facts.ts';
import { statementRoom, statementTerms } from './asking.ts';
import { standing } from './standing.ts';
import type { NextAction, Standing, StandingLine } from './types.ts';

const lineOf = (found: Standing, id: string): StandingLine | undefined =>
  found.steps.flatMap(({ lines }) => lines).find((line) => line.id === id);
const at = (facts: readonly Fact[], date: string): Standing => standing(guild, facts, noon(date));
const about = ({ next }: Standing, id: string): readonly NextAction['kind'][] =>
  next.filter(({ subject }) => subject === id).map(({ kind }) => kind);
const decline = (date: string, requestId: string): Fact =>
  makeFact('statement-declined', noon(date), { requirement: 'letters', requestId });
const bothGiven = [give('2027-01-08', 'letters', 'boss'), give('2027-01-08', 'letters', 'peer')];

describe('references', () => {
  it('are claimed when as many are asked for as are needed', () => {
    const one = [...begin('core', 'south'), ask('2027-01-05', 'letters', 'boss')];
    expect(about(at(one, '2027-01-05'), 'letters')).toEqual(['request-statement', 'give-statement']);
    const two = at(ready, '2027-01-05');
    expect(about(two, 'letters')).toEqual(['give-statement']);
    expect(two.next.find(({ subject }) => subject === 'letters')).toMatchObject({
      actor: 'third-party',
      by: '2027-03-31T23:59:59.999Z',
    });
    expect(two.deadlines.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['statement:boss', 'statement:peer', 'statement:college']),
    );
  });

  it('go to a reviewer once enough are given, and are met by the acceptance of enough of them', () => {
    const given = at([...submitted, ...bothGiven], '2027-01-09');
    expect([lineOf(given, 'letters')?.state, about(given, 'letters')]).toEqual(['unknown', ['review-requirement']]);
    const partly = at([...submitted, ...bothGiven, judge('2027-01-10', 'letters', 'accepted', ['boss'])], '2027-01-11');
    expect([lineOf(partly, 'letters')?.state, about(partly, 'letters')]).toEqual([
      'in-progress',
      ['request-statement'],
    ]);
    expect(statementRoom(guild, partly, 'letters')).toBe(2);
    const wholly = at([...submitted, ...bothGiven, judge('2027-01-10', 'letters')], '2027-01-11');
    expect(lineOf(wholly, 'letters')?.state).toBe('met');
  });

  it('wait for others, not for a reviewer, and count what was accepted before', () => {
    const partly = [...submitted, ...bothGiven, judge('2027-01-10', 'letters', 'accepted', ['boss'])];
    const asked = [...partly, ask('2027-01-11', 'letters', 'dean')];
    expect(about(at(asked, '2027-01-12'), 'letters')).toEqual(['give-statement']);
    const given = [...asked, give('2027-01-13', 'letters', 'dean')];
    expect(about(at(given, '2027-01-14'), 'letters')).toEqual(['review-requirement']);
    const judged = at([...given, judge('2027-01-15', 'letters', 'accepted', ['dean'])], '2027-01-16');
    expect(lineOf(judged, 'letters')?.state).toBe('met');
  });

  it('that a reviewer wants more of need a new one, for which there is room', () => {
    const facts = [...submitted, ...bothGiven, judge('2027-01-10', 'letters', 'more-needed')];
    const asked = at(facts, '2027-01-11');
    expect([about(asked, 'letters'), statementRoom(guild, asked, 'letters')]).toEqual([['request-statement'], 3]);
    expect(say(lineOf(asked, 'letters')?.why.reason ?? { code: 'given' })).toBe('A reviewer asks for more: Looked at.');
    const again = [...facts, ask('2027-01-11', 'letters', 'dean'), give('2027-01-12', 'letters', 'dean')];
    expect(about(at(again, '2027-01-13'), 'letters')).toEqual(['review-requirement']);
  });

  it('that are declined, taken back or not given in time make room for others', () => {
    const declined = at([...ready, decline('2027-01-06', 'boss')], '2027-01-07');
    expect([about(declined, 'letters'), statementRoom(guild, declined, 'letters')]).toEqual([
      ['request-statement', 'give-statement'],
      2,
    ]);
    const expired = at(ready, '2027-04-01');
    expect(expired.statements.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired']);
    expect(about(expired, 'letters')).toEqual(['request-statement']);
  });

  it('beyond the maximum, and answers to what is not open, are flagged and do not count', () => {
    const facts = [
      ...ready,
      ask('2027-01-05', 'letters', 'dean'),
      ask('2027-01-06', 'letters', 'aunt'),
      give('2027-01-06', 'letters', 'nobody'),
      decline('2027-01-06', 'boss'),
      give('2027-01-07', 'letters', 'boss'),
      give('2027-04-01', 'letters', 'peer'),
    ];
    const found = at(facts, '2027-04-02');
    expect(found.flags.map(({ factId, problem }) => [factId, problem.code])).toEqual([
      ['2027-01-06 2 ask aunt', 'flag.too-many-requests'],
      ['2027-01-06 3 give nobody', 'flag.no-such-request'],
      ['2027-01-07 3 give boss', 'flag.request-closed'],
      ['2027-04-01 3 give peer', 'flag.request-closed'],
    ]);
  });

  it('that are open keep the application open beyond its own time, and no longer', () => {
    const long = [...ready, ask('2027-01-05', 'letters', 'dean', '2028-06-30')];
    expect(at(long, '2028-06-30').status).toBe('draft');
    expect(at(long, '2029-06-30').status).toBe('draft');
    const over = at(long, '2029-07-01');
    expect([over.status, over.since]).toEqual(['closed', '2029-06-30T23:59:59.999Z']);
  });

  it('are all that a submitted application waits for when everything else is accepted', () => {
    const done = ['course', 'age', 'letter'].map((id) => judge('2027-01-09', id));
    const found = at([...submitted, ...done], '2027-01-10');
    expect([found.status, say(found.statusReason)]).toEqual([
      'waiting-for-review',
      'Those who were asked for a statement have not answered yet.',
    ]);
    expect(found.deadlines.map(({ id }) => id)).not.toContain('application');
  });
});

describe('training', () => {
  const stated = [...begin('core', 'south'), declare('2027-01-05', 'training')];

  it('is claimed once its provider is asked, and met when the provider confirms it', () => {
    expect(about(at(stated, '2027-01-05'), 'training')).toEqual(['request-statement']);
    const asked = [...stated, ask('2027-01-05', 'training', 'college')];
    expect(about(at(asked, '2027-01-06'), 'training')).toEqual(['give-statement']);
    const confirmed = at([...asked, give('2027-01-06', 'training', 'college')], '2027-01-07');
    expect([lineOf(confirmed, 'training')?.state, confirmed.flags]).toEqual(['met', []]);
  });

  it('goes back to the candidate when it is denied, and can be stated and asked for anew', () => {
    const denied = [
      ...stated,
      ask('2027-01-05', 'training', 'college'),
      give('2027-01-06', 'training', 'college', false),
    ];
    const found = at(denied, '2027-01-07');
    expect([lineOf(found, 'training')?.state, about(found, 'training')]).toEqual(['not-met', ['complete-requirement']]);
    const again = [...denied, declare('2027-01-08', 'training'), ask('2027-01-08', 'training', 'dean')];
    const confirmed = at([...again, give('2027-01-09', 'training', 'dean')], '2027-01-10');
    expect([lineOf(confirmed, 'training')?.state, confirmed.flags]).toEqual(['met', []]);
  });

  it('is asked for anew when the link has run out, one request at a time', () => {
    const asked = [...stated, ask('2027-01-05', 'training', 'college', '2027-02-04')];
    const expired = at(asked, '2027-02-05');
    expect(about(expired, 'training')).toEqual(['request-statement']);
    expect(say(lineOf(expired, 'training')?.why.reason ?? { code: 'given' })).toBe(
      'Nobody answered until February 4, 2027; ask again.',
    );
    const twice = at([...asked, ask('2027-01-06', 'training', 'dean')], '2027-01-07');
    expect(twice.flags).toMatchObject([{ problem: { code: 'flag.too-many-requests' } }]);
  });

  it('that is another than the one asked about takes the request back', () => {
    const other = { kind: 'training', trainingProgram: 'hill-course', completedOn: '2024-06-30' } as const;
    const facts = [...stated, ask('2027-01-05', 'training', 'college'), declare('2027-01-06', 'training', other)];
    const found = at(facts, '2027-01-07');
    expect(found.statements).toMatchObject([{ requestId: 'college', state: 'withdrawn' }]);
    expect(about(found, 'training')).toEqual(['request-statement']);
  });
});

describe('the terms of a request', () => {
  it('follow from the program, at the instant of the standing', () => {
    const found = at(begin('core', 'south'), '2027-01-05');
    expect(statementTerms(guild, found, 'letters')).toEqual({
      requirement: 'letters',
      until: '2027-02-04T23:59:59.999Z',
      reminders: ['2027-01-15T00:00:00.000Z'],
    });
  });

  it('are refused where nobody is asked, and where there is no room', () => {
    const full = [...ready, ask('2027-01-05', 'letters', 'dean')];
    expect(() => statementTerms(guild, at(full, '2027-01-06'), 'letters')).toThrow(/as many statements and requests/);
    expect(() => statementTerms(guild, at(full, '2027-01-06'), 'work')).toThrow(/asks nobody for a statement/);
    expect(statementRoom(guild, at(full, '2027-01-06'), 'work')).toBe(0);
  });
});
