import { describe, expect, it } from 'vitest';
import { keyShown, orderVerdictsOf, verdictsOf } from './verdict.ts';

describe('answer and key', () => {
  it('are each said once: what is right, what is not, and what is missing', () => {
    expect(verdictsOf(['A', 'B'], ['B', 'C'])).toEqual([
      { part: 'A', verdict: 'wrong' },
      { part: 'B', verdict: 'right' },
      { part: 'C', verdict: 'key' },
    ]);
  });

  it('say nothing of right and wrong without a key', () => {
    expect(verdictsOf(['A'], null)).toEqual([{ part: 'A', verdict: 'answer' }]);
    expect(keyShown('open', ['A'])).toBeNull();
    expect(keyShown('locked', ['A'])).toBeNull();
    expect(keyShown('review', [])).toBeNull();
  });

  it('compare orders place by place', () => {
    expect(orderVerdictsOf(['A', 'C'], ['A', 'B', 'C'])).toEqual([
      { part: '0 A', verdict: 'right' },
      { part: '1 C', verdict: 'wrong' },
      { part: '1 B', verdict: 'key' },
      { part: '2 C', verdict: 'key' },
    ]);
    expect(orderVerdictsOf(['A', 'B'], ['A'])).toContainEqual({ part: '1 B', verdict: 'wrong' });
  });
});
