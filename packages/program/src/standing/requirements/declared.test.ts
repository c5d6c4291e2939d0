import { describe, expect, it } from 'vitest';
import type { Claim, EducationEntry } from '../../facts.ts';
import { findRequirement } from '../../lookup.ts';
import { say } from '../../messages/say.ts';
import { guild } from '../../testing/guild.ts';
import { assessDeclared } from './declared.ts';

function declare(id: string, claim: Claim | undefined, onDate = '2027-01-05') {
  const requirement = findRequirement(guild, id);
  if (requirement === undefined) throw new Error(`The guild has no requirement "${id}".`);
  const { state, reason, rule, ...rest } = assessDeclared(guild, requirement, claim, onDate);
  return { state, reason: say(reason), rule: say(rule), ...rest };
}

function degree(more: Partial<EducationEntry>): Claim {
  const about = { id: 'd', institution: 'Hill College', field: 'Librarianship', awardedOn: '2020-06-30', fileIds: [] };
  const fitting = { level: 'bachelor', accredited: true, fieldId: 'library-science', accreditedBy: 'board' } as const;
  return { kind: 'education', entries: [{ ...about, ...fitting, ...more }] };
}

function course(hours: number, completedOn: string): Claim {
  return {
    kind: 'course',
    entries: [{ id: 'c', title: 'Ethics', provider: 'Hill College', hours, completedOn, fileIds: [] }],
  };
}

const paper = (issuedOn: string, id = 'p') => ({ id, title: 'Letter', issuedOn, fileIds: [] });

describe('what somebody says of themselves', () => {
  it.each([
    ['a degree in the field by the accreditor', {}, 'met', /Bachelor’s degree, Hill College, awarded on June 30, 2020/],
    ['a degree below the level', { level: 'associate' }, 'not-met', /No degree that is stated reaches this level/],
    ['a degree in another field', { fieldId: 'history' }, 'not-met', /in another field than: Library science/],
    ['a degree accredited by somebody else', { accreditedBy: 'other' }, 'not-met', /accredited by: The Board/],
  ] as const)('of education: %s', (_, more, state, reason) => {
    const found = declare('degree', degree(more));
    expect(found.state).toBe(state);
    expect(found.reason).toMatch(reason);
    expect(found.rule).toBe(
      'At least this degree, accredited by The Board: Bachelor’s degree. In one of these fields: Library science.',
    );
  });

  it('of courses adds up the hours that are fresh enough', () => {
    expect(declare('course', course(10, '2025-01-05'))).toMatchObject({ state: 'met' });
    expect(declare('course', course(10, '2025-01-04'))).toMatchObject({
      state: 'not-met',
      reason: '0 of 10 hours count.',
      rule: 'Courses of 10 hours together, completed no longer than 2 years before the application.',
    });
    expect(declare('course', course(9.5, '2026-01-05')).reason).toBe('9.5 of 10 hours count.');
  });

  it('of a paper holds its age against the day', () => {
    expect(declare('letter', { kind: 'document', entries: [paper('2026-01-05')] }).state).toBe('met');
    expect(declare('letter', { kind: 'document', entries: [paper('2026-01-04')] }).reason).toBe(
      'What is handed in is too old; it has to be of January 5, 2026 or later.',
    );
  });

  it('of pieces of work counts them', () => {
    const one = { kind: 'work-samples', entries: [paper('2020-01-01')] } as const;
    expect(declare('samples', one).reason).toBe('1 of 2 are handed in.');
    const two = { kind: 'work-samples', entries: [paper('2020-01-01'), paper('2020-01-01', 'q')] } as const;
    expect(declare('samples', two).state).toBe('met');
  });

  it('of an age says when it is reached; born on February 29, on February 28 of another year', () => {
    expect(declare('age', { kind: 'age', bornOn: '2009-01-06' })).toMatchObject({
      state: 'not-met',
      reachedOn: '2027-01-06',
      reason: 'The age of 18 years is reached on January 6, 2027.',
    });
    expect(declare('age', { kind: 'age', bornOn: '2008-02-29' }, '2026-02-28').state).toBe('met');
    expect(declare('age', { kind: 'age', bornOn: '2030-01-01' }).reason).toBe('This date of birth cannot be.');
  });

  it('of a credential wants one of the list, in force', () => {
    const held = { kind: 'credential', credential: 'basic', number: '17', fileIds: [] } as const;
    expect(declare('basic', held).state).toBe('met');
    expect(declare('basic', { ...held, validUntil: '2027-01-04' }).reason).toMatch(
      /in force until January 4, 2027 only/,
    );
    expect(declare('basic', { ...held, credential: 'pro' }).reason).toMatch(/This one does not count: pro/);
  });

  it('of work that goes on says when it will be enough', () => {
    const now = { id: 'j', employer: 'E', position: 'P', setting: 'academic-library', role: 'librarian' };
    const claim: Claim = {
      kind: 'experience',
      entries: [{ ...now, from: '2026-07-01', fullTimePercent: 100, fileIds: [] }],
    };
    expect(declare('work', claim, '2026-12-31')).toMatchObject({ state: 'not-met', reachedOn: '2027-06-30' });
    expect(declare('work', claim, '2026-12-31').reason).toBe(
      '1,008 of 2,000 hours; 992 short, reached in June 2027 if the current work goes on.',
    );
  });

  it('of training names the programs that count', () => {
    const claim = { kind: 'training', trainingProgram: 'dale-course', completedOn: '2025-01-01' } as const;
    expect(declare('training', claim).reason).toBe(
      'This one does not count: Evening course. These do: Technician course.',
    );
    expect(declare('training', { ...claim, trainingProgram: 'hill-course' }).state).toBe('met');
  });

  it('is open where others decide it, with the rule, and where nothing was said', () => {
    expect(declare('letters', undefined)).toMatchObject({
      state: 'open',
      rule: 'At least 2 statements of people who know your work, and at most 3.',
    });
    expect(declare('home', undefined).rule).toBe('You live or work in one of: North, South, West.');
    expect(declare('age', undefined).state).toBe('open');
  });
});
