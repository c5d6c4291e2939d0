import { describe, expect, it } from 'vitest';
import { compilePattern, matchesPattern } from './match.ts';

function matches(pattern: string, text: string): boolean | string {
  const compiled = compilePattern(pattern);
  return compiled.ok ? matchesPattern(compiled.program, text, () => {}) : compiled.text;
}

describe('a pattern', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a|', '', true],
    ['a?b*c+', 'cc', true],
    ['a?b*c+', 'aab', false],
    ['(a|b){2}', 'ba', true],
    ['a{2,}', 'aaaa', true],
    ['a{2,3}', 'aaaa', false],
    ['a{0}', '', true],
    ['(a*)*', 'aaa', true],
    ['(a*)*b', 'aaab', true],
    ['[^a-c]', 'd', true],
    ['[^a-c]', 'b', false],
    ['[a-c-]', '-', true],
    ['[-a]', '-', true],
    ['[\\d.]+', '3.14', true],
    ['[\\]\\\\]+', ']\\', true],
    ['[^\\d-[5]]', 'x', true],
    ['\\D\\S\\W', 'a- ', true],
    ['\\w+', 'aß9', true],
    ['\\w', '-', false],
    ['\\s', '\u00A0', false],
    ['\\d', '٣', true],
    ['\\p{IsGreek}+', 'αβ', true],
    ['\\P{L}', '1', true],
    ['.', '\n', false],
    ['a.c', 'a𝄞c', true],
    ['[😀-😂]', '😁', true],
    ['((((){9999}){9999}){9999}){9999}', '', true],
  ])('%j and %j: %j', (pattern, text, wanted) => {
    expect(matches(pattern, text)).toBe(wanted);
  });

  it.each([
    ['(', '")" is missing'],
    [')', '")" has no beginning'],
    ['[a', '"]" is missing'],
    ['[]', '"[]" holds nothing'],
    ['[z-a]', 'a range must go up'],
    ['*', '"*" needs a backslash'],
    ['a{2,1}', '{…} must not end below its beginning'],
    ['a{x}', '{…} must be'],
    ['a{1', '"}" is missing'],
    ['\\q', '\\q has no meaning'],
    ['\\', '\\ has no meaning'],
    ['\\p{Xx}', '\\p{Xx} is no class'],
    ['\\p{IsNowhere}', 'is no class'],
    ['('.repeat(60) + ')'.repeat(60), 'nested deeper than 50'],
    ['((a{99}){99}){99}', 'more than 5000 steps'],
    ['((((a?){9999}){9999}){9999}){9999}', 'more than 5000 steps'],
    ['((((){0,9999}){9999}){9999}){9999}', 'more than 5000 steps'],
    ['x'.repeat(2001), 'longer than 2000 characters'],
  ])('%j cannot be read, and it says why', (pattern, text) => {
    expect(matches(pattern, 'a')).toEqual(expect.stringContaining(text));
  });

  it('takes no longer than text and pattern are long, where backtracking would never end', () => {
    const start = performance.now();
    expect(matches('(a+)+$', 'a'.repeat(50_000))).toBe(false);
    expect(matches('(a|aa)*(a|aa)*b', 'a'.repeat(20_000))).toBe(false);
    expect(matches(`${'a?'.repeat(200)}${'a'.repeat(200)}`, 'a'.repeat(200))).toBe(true);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
