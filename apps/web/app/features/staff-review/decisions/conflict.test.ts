import { describe, expect, it } from 'vitest';
import { conflictOf } from './conflict.ts';

const fact = (kind: string, actor: string) => ({
  id: kind,
  at: '2027-03-01T09:00:00.000Z',
  kind,
  actor,
  text: '',
  data: {},
});
const candidacy = (...history: ReturnType<typeof fact>[]) => ({
  candidate: { personId: 'p1', name: 'Ana', email: 'ana@example.org' },
  history,
});
const decider = { personId: 'p2', name: 'Dora' };

describe('who may not decide', () => {
  it('is the candidate', () => {
    expect(conflictOf('decision', candidacy(), { personId: 'p1', name: 'Ana' })).toBe('ownConflict');
  });
  it('is who reviewed or verified', () => {
    expect(conflictOf('decision', candidacy(fact('requirement-judged', 'Dora')), decider)).toBe('reviewedConflict');
    expect(conflictOf('decision', candidacy(fact('membership-judged', 'Dora')), decider)).toBe('verifiedConflict');
  });
  it('is nobody else', () => {
    expect(conflictOf('decision', candidacy(fact('requirement-judged', 'Eve')), decider)).toBeUndefined();
  });
  it('of a renewal is who judged its education, not who reviewed the application years ago', () => {
    expect(conflictOf('renewal', candidacy(fact('education-judged', 'Dora')), decider)).toBe('educationConflict');
    expect(conflictOf('renewal', candidacy(fact('requirement-judged', 'Dora')), decider)).toBeUndefined();
  });
});
