import type { Fact } from '@testamur/program';
import { expect, test } from 'vitest';
import { conflictOf, reasonAgainst } from './examiners.ts';

const judged = (by: string): Fact => ({
  id: 'f1',
  kind: 'requirement-judged',
  at: '2027-03-01T09:00:00.000Z',
  by: { kind: 'staff', id: by },
  edition: '2026',
  data: { requirement: 'education', verdict: 'accepted', reason: 'Proven.' },
});
const question = { personId: 'examiner', candidateId: 'candidate', facts: [] };

test('nobody examines themselves', () => {
  expect(conflictOf({ ...question, personId: 'candidate' })).toContain('own candidacy');
});

test('who reviewed a candidate does not examine them', () => {
  expect(conflictOf({ ...question, facts: [judged('examiner')] })).toContain('reviewed');
  expect(conflictOf({ ...question, facts: [judged('somebody-else')] })).toBeUndefined();
});

test('who was asked already is not asked again, which is no conflict', () => {
  expect(reasonAgainst({ ...question, assignedIds: ['examiner'] })).toContain('already');
  expect(reasonAgainst({ ...question, assignedIds: ['another'] })).toBeUndefined();
  expect(conflictOf(question)).toBeUndefined();
});
