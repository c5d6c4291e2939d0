import { describe, expect, it } from 'vitest';
import { leadsTo } from './leads-to.ts';

const row = { candidacyId: 'c1', number: 'T-1', subject: 'portfolio', status: 'waiting-for-results' } as const;
const reader = (...roles: string[]) => ({ base: '/staff/demo', roles });

describe('a row of a queue leads', () => {
  it('a manager to the choice of the examiner, an auditor to the candidacy', () => {
    expect(leadsTo('examiner', row, reader('program-manager'))).toBe('/staff/demo/candidacies/c1/examiner/portfolio');
    expect(leadsTo('examiner', row, reader('auditor'))).toBe('/staff/demo/candidacies/c1');
  });
  it('an examiner to their own rating, an auditor never', () => {
    const ratings = new Map([['T-1', 'r1']]);
    expect(leadsTo('ratings', row, { ...reader('examiner'), ratings })).toBe('/staff/demo/ratings/r1');
    expect(leadsTo('ratings', row, reader('examiner'))).toBe('/staff/demo/ratings');
    expect(leadsTo('ratings', row, reader('auditor'))).toBe('/staff/demo/candidacies/c1');
  });
  it('to the requirement that is to be judged', () => {
    expect(leadsTo('review', { ...row, subject: 'experience' }, reader('reviewer'))).toBe(
      '/staff/demo/candidacies/c1#requirement-experience',
    );
  });
  it('to the decision, or to the certified person whose credential is suspended', () => {
    const waits = { ...row, status: 'waiting-for-decision' } as const;
    expect(leadsTo('decision', waits, reader('program-manager'))).toBe('/staff/demo/candidacies/c1/decision');
    const suspended = { ...row, status: 'certified' } as const;
    expect(leadsTo('decision', suspended, reader('program-manager'))).toBe('/staff/demo/candidacies/c1');
  });
});
