import { expect, it } from 'vitest';
import { detailInWords } from './detail-in-words.ts';

it('shortens opaque ids and keeps words and numbers', () => {
  const detail = { verdict: 'accepted', id: '0199f3a2-7c4e-7d10-8000-1234567890ab', count: 3, nothing: null };
  expect(detailInWords(detail)).toBe('verdict accepted, id 7890ab, count 3, nothing');
});
