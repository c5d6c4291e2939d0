import { expect, test } from 'vitest';
import { line } from './schemas.ts';

test('a line is one line: a name cannot add paragraphs to a letter', () => {
  for (const text of [
    'Ada\n\nYour account is locked',
    'Ada\r\nBcc: x',
    'Ada\u0000',
    'Ada\u2028Lovelace',
    'Ada\u001b[2J',
  ]) {
    expect(line.safeParse(text).error?.issues[0]?.message).toBe('Write it in one line, without control characters.');
  }
  for (const text of ['Ada Lovelace', 'Søren Å. Ø’Neill', '山田 太郎', 'نور الدين'])
    expect(line.parse(text)).toBe(text);
  expect(line.parse('  Ada\n')).toBe('Ada');
});
