import { expect, test } from 'vitest';
import { createPrintLimit } from './print-limit.ts';

const tooMany = expect.objectContaining({ code: 'guide.too-many-prints' });

test('a caller prints so many plans in a minute, all together so many more, and in the next minute again', () => {
  let now = 0;
  const limit = createPrintLimit({ each: 2, all: 3, clock: () => now });
  limit.take('a');
  limit.take('a');
  expect(() => limit.take('a')).toThrow(tooMany);
  limit.take('b');
  expect(() => limit.take('c')).toThrow(tooMany);
  now = 60_000;
  limit.take('a');
});
