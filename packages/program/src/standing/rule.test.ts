import { describe, expect, it } from 'vitest';
import { evaluate, type Known } from './rule.ts';

const states: Readonly<Record<string, Known>> = {
  early: { state: 'met', since: '2027-01-01T00:00:00.000Z' },
  late: { state: 'met', since: '2027-06-01T00:00:00.000Z' },
  open: { state: 'open' },
  lost: { state: 'not-met' },
};
const know = (id: string): Known => states[id] ?? { state: 'open' };

describe('a rule', () => {
  it('of all is met since the last part, lost with the first, and open else', () => {
    expect(evaluate({ all: ['late', 'early'] }, know)).toEqual(states.late);
    expect(evaluate({ all: ['early', 'open'] }, know)).toEqual({ state: 'open' });
    expect(evaluate({ all: ['early', 'open', 'lost'] }, know)).toEqual({ state: 'not-met' });
  });

  it('of any is met since the first part, lost with the last, and open else', () => {
    expect(evaluate({ any: ['late', 'early', 'lost'] }, know)).toEqual(states.early);
    expect(evaluate({ any: ['lost', 'open'] }, know)).toEqual({ state: 'open' });
    expect(evaluate({ any: ['lost', 'lost'] }, know)).toEqual({ state: 'not-met' });
  });

  it('nests', () => {
    expect(evaluate({ all: ['early', { any: ['lost', 'late'] }] }, know)).toEqual(states.late);
    expect(evaluate({ any: [{ all: ['early', 'lost'] }, 'open'] }, know)).toEqual({ state: 'open' });
  });
});
