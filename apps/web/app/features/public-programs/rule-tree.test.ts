import { describe, expect, it } from 'vitest';
import { ruleTree } from './rule-tree.ts';

describe('a rule as it is shown', () => {
  it('is a list even where it is one part', () => {
    expect(ruleTree('exam')).toEqual({ needed: 'all', parts: ['exam'] });
  });
  it('joins an "all" within an "all" to one list, and keeps ways with their titles', () => {
    const rule = {
      all: [
        'conduct',
        { all: ['age'] },
        {
          any: [
            { title: 'Route A', all: ['degree'] },
            { title: 'Route B', all: ['work'] },
          ],
        },
      ],
    };
    expect(ruleTree(rule)).toEqual({
      needed: 'all',
      parts: [
        'conduct',
        'age',
        {
          needed: 1,
          parts: [
            { title: 'Route A', needed: 'all', parts: ['degree'] },
            { title: 'Route B', needed: 'all', parts: ['work'] },
          ],
        },
      ],
    });
  });
  it('says how many of several are needed', () => {
    expect(ruleTree({ title: 'Two of three', atLeast: 2, of: ['a', 'b', 'c'] })).toEqual({
      title: 'Two of three',
      needed: 2,
      parts: ['a', 'b', 'c'],
    });
  });
});
