import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { say } from '../messages/say.ts';
import { makeFact, noon } from '../testing/facts.ts';
import { guild, guildText, programOf } from '../testing/guild.ts';
import { begin, declare, give, judge, pay, ready, submitted } from '../testing/guild-facts.ts';
import { standing } from './standing.ts';
import type { Standing, StandingLine } from './types.ts';

const lineOf = (found: Standing, id: string): StandingLine | undefined =>
  found.steps.flatMap(({ lines }) => lines).find((line) => line.id === id);
const at = (facts: readonly Fact[], date: string): Standing => standing(guild, facts, noon(date));
const actionsOf = ({ next }: Standing): readonly string[] =>
  next.map(({ kind, actor, subject = '' }) => `${actor}: ${kind} ${subject}`.trim());

describe('a region', () => {
  it('is asked for before the application can be submitted, and locks what depends on it', () => {
    const found = at(begin('core'), '2027-01-04');
    expect(actionsOf(found)[0]).toBe('candidate: choose-region');
    expect(lineOf(found, 'check')).toMatchObject({ state: 'locked', unlocks: { code: 'unlocks.region' } });
    expect(lineOf(found, 'home')?.state).toBe('locked');
    const everything = ready.filter(({ kind }) => kind !== 'region-declared');
    const rest = at(everything, '2027-01-05');
    expect(rest.next.some(({ kind }) => kind === 'submit-application')).toBe(false);
    expect(at(ready, '2027-01-05').next[0]?.kind).toBe('submit-application');
  });

  it('decides which requirements there are, and the latest one counts', () => {
    const north = at(begin('core', 'north'), '2027-01-05');
    expect(lineOf(north, 'check')?.state).toBe('not-started');
    const moved = [
      ...begin('core', 'north'),
      makeFact('region-declared', noon('2027-01-05'), { region: 'south' }, 'm'),
    ];
    const south = at(moved, '2027-01-05');
    expect(lineOf(south, 'check')).toBeUndefined();
    expect([south.region, lineOf(south, 'home')?.state]).toEqual(['south', 'met']);
  });

  it('that is missing after the submission is asked for before anything is reviewed further', () => {
    const facts = [...begin('core'), makeFact('application-submitted', noon('2027-01-06'), {})];
    const found = at(facts, '2027-01-07');
    expect([found.status, say(found.statusReason)]).toEqual([
      'more-needed',
      'The rules depend on where you live or work; say it before the application goes on.',
    ]);
  });
});

describe('a track', () => {
  it('decides which requirements there are, and how the credential is called', () => {
    const core = at(begin('core', 'south'), '2027-01-05');
    const expert = at(begin('expert', 'south'), '2027-01-05');
    expect([lineOf(core, 'samples'), lineOf(expert, 'samples')?.state]).toEqual([undefined, 'not-started']);
    expect([core.credentialTitle, expert.credentialTitle]).toEqual([
      'Guild Technician: Core',
      'Guild Technician: Expert',
    ]);
    expect(expert.track).toEqual({ level: 'expert' });
  });

  it('that does not exist is flagged, and takes no requirement away', () => {
    const found = at(begin('master', 'south'), '2027-01-05');
    expect(found.flags).toMatchObject([{ problem: { code: 'flag.unknown-track' } }]);
    expect(lineOf(found, 'samples')?.state).toBe('not-started');
  });
});

describe('a registration', () => {
  it('is met by the claim once its fee is settled, without a reviewer', () => {
    const claimed = [...begin('core', 'south'), declare('2027-01-05', 'joining')];
    const open = at(claimed, '2027-01-05');
    expect(lineOf(open, 'joining')?.state).toBe('in-progress');
    expect(actionsOf(open)).toContain('system: issue-invoice registration-fee');
    expect(actionsOf(open)).not.toContain('candidate: complete-requirement joining');
    const paid = at([...claimed, ...pay('2027-01-06', 'registration-fee', 2000)], '2027-01-07');
    expect(lineOf(paid, 'joining')).toMatchObject({
      state: 'met',
      why: { reason: { values: { on: noon('2027-01-06') } } },
    });
  });
});

describe('the fee of the application', () => {
  const unpaid = submitted.filter(({ data }) => !('fee' in data) || data.fee !== 'application-fee');

  it('holds back the review until it is settled', () => {
    const found = at(unpaid, '2027-01-07');
    expect(found.status).toBe('payment-due');
    expect(actionsOf(found)).toContain('system: issue-invoice application-fee');
    expect(found.next.filter(({ actor }) => actor === 'reviewer')).toEqual([]);
    expect(found.owed).toMatchObject([{ fee: 'application-fee', amountMinor: 4000 }]);
    const paid = at(submitted, '2027-01-07');
    expect(paid.next.filter(({ actor }) => actor === 'reviewer').map(({ subject }) => subject)).toEqual([
      'course',
      'age',
      'letter',
    ]);
  });

  it('leaves done what reviewers did before', () => {
    const found = at([...unpaid, judge('2027-01-07', 'age')], '2027-01-08');
    expect([found.status, lineOf(found, 'age')?.state]).toEqual(['payment-due', 'met']);
  });

  it('is the last thing that the acceptance can wait for', () => {
    const done = ['course', 'age', 'letter', 'letters'].map((id) => judge('2027-01-09', id));
    const given = [give('2027-01-08', 'letters', 'boss'), give('2027-01-08', 'letters', 'peer')];
    const confirmed = give('2027-01-08', 'training', 'college');
    const all = [...unpaid, ...given, confirmed, ...done];
    expect(at(all, '2027-01-10').status).toBe('payment-due');
    const paid = at([...all, ...pay('2027-01-11', 'application-fee', 4000)], '2027-01-12');
    expect(lineOf(paid, 'application')).toMatchObject({
      state: 'met',
      detail: { values: { since: noon('2027-01-11') } },
    });
  });
});

describe('one of several ways', () => {
  it('is enough: the others are neither asked for nor reviewed once it is stated', () => {
    const both = at(begin('core', 'south'), '2027-01-05');
    expect(actionsOf(both)).toEqual(
      expect.arrayContaining(['candidate: complete-requirement training', 'candidate: complete-requirement work']),
    );
    const one = at(ready, '2027-01-05');
    expect(lineOf(one, 'work')).toMatchObject({
      state: 'not-started',
      why: { reason: { code: 'requirement.not-needed' } },
    });
    expect(one.next.map(({ subject }) => subject)).not.toContain('work');
  });

  it('that is refused leaves the application to another way, which is asked for since then', () => {
    const refused = at([...submitted, judge('2027-01-08', 'course', 'not-accepted')], '2027-01-09');
    expect([refused.status, refused.since]).toEqual(['more-needed', noon('2027-01-08')]);
    expect(actionsOf(refused)).toContain('candidate: complete-requirement guild');
    const claim = { payerClass: 'member', memberNumber: '1' };
    const verified = { payerClass: 'member', verified: true, reason: 'In the directory.' };
    const facts = [
      ...submitted,
      judge('2027-01-08', 'course', 'not-accepted'),
      makeFact('membership-claimed', noon('2027-01-09'), claim),
      makeFact('membership-judged', noon('2027-01-10'), verified),
    ];
    const member = at(facts, '2027-01-11');
    expect([lineOf(member, 'guild')?.state, lineOf(member, 'course')?.state]).toEqual(['met', 'not-met']);
    expect(member.status).toBe('waiting-for-review');
  });

  it('refuses the application only when the last way is refused', () => {
    const ways = [declare('2027-01-05', 'work'), declare('2027-01-05', 'degree')];
    const facts = [...submitted.filter(({ id }) => !/training|college/.test(id)), ...ways];
    const found = at([...facts, judge('2027-01-08', 'degree', 'not-accepted')], '2027-01-09');
    expect([found.status, found.final]).toEqual(['more-needed', false]);
    expect(actionsOf(found)).toContain('candidate: complete-requirement training');
    expect(lineOf(found, 'work')?.why.reason.code).toBe('requirement.not-needed');
    const other = at([...submitted, judge('2027-01-08', 'age', 'not-accepted')], '2027-01-09');
    expect([other.status, say(other.statusReason)]).toEqual(['not-accepted', 'Not accepted: Of age.']);
  });

  it('that is met leaves the other unreviewed', () => {
    const facts = [...submitted, declare('2027-01-07', 'work'), declare('2027-01-07', 'degree')];
    const confirmed = at([...facts, give('2027-01-08', 'training', 'college')], '2027-01-09');
    expect(lineOf(confirmed, 'work')).toMatchObject({
      state: 'unknown',
      detail: { code: 'requirement.not-needed-short' },
    });
    expect(confirmed.next.map(({ subject }) => subject)).not.toContain('work');
  });
});

describe('a fee that cost nothing when it was asked for', () => {
  it('stays paid when its price rises later', () => {
    const rising = '[{ amount: "0.00" }, { amount: "20.00", from: 2028-01-01 }]';
    const program = programOf(guildText.replace('[{ amount: "20.00" }]', rising));
    const facts = [...begin('core', 'south'), declare('2027-12-01', 'joining')];
    expect(lineOf(standing(program, facts, noon('2027-12-02')), 'joining')?.state).toBe('met');
    expect(lineOf(standing(program, facts, noon('2028-02-01')), 'joining')?.state).toBe('met');
    const late = [...begin('core', 'south'), declare('2028-02-01', 'joining')];
    expect(lineOf(standing(program, late, noon('2028-02-01')), 'joining')?.state).toBe('in-progress');
  });
});
