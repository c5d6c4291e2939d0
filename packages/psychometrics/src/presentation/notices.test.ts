import { describe, expect, it } from 'vitest';
import { listed } from '../data/listed.ts';
import { judgeSample } from '../guard/index.ts';
import { sampleNotices, textNotices } from './notices.ts';
import { sentence } from './words.ts';

describe('notices', () => {
  it('of a sample that is enough, or of none, there are none', () => {
    expect(sampleNotices(judgeSample('classical', 500))).toEqual([]);
    expect(sampleNotices(null)).toEqual([]);
  });

  it('of a small sample say what rests on it, and keep its verdict', () => {
    const [notice] = sampleNotices(judgeSample('classical', 12), 'Reliability: ');
    expect(notice?.verdict).toBe('too-few');
    expect(notice?.text).toMatch(/^Reliability: 12 candidates: too few .*\)\.$/);
  });

  it('tell why a rule was set aside, with one period however the reason ends', () => {
    for (const reason of ['a pilot', 'a pilot.']) {
      const notices = sampleNotices(judgeSample('classical', 12, { reason }));
      expect(notices[1]).toEqual({ verdict: 'warn', text: 'The rule for sample sizes was set aside: a pilot.' });
    }
  });

  it('of a method are warnings', () => {
    expect(textNotices(['One.'])).toEqual([{ verdict: 'warn', text: 'One.' }]);
  });
});

describe('words', () => {
  it('a sentence has a capital and one period', () => {
    expect([sentence('it ends'), sentence('It ends.'), sentence('θ is 1')]).toEqual([
      'It ends.',
      'It ends.',
      'θ is 1.',
    ]);
  });

  it('a long list of ids is cut, and says how many more there are', () => {
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
    expect(listed(['a', 'b'], 2)).toBe('a, b');
  });
});
