import { describe, expect, it } from 'vitest';
import { caltText } from '../testing/calt.ts';
import { contradicting, misshapen } from '../testing/refusals.ts';
import { parseProgram } from './parse.ts';
import type { ProgramProblem } from './problem.ts';

function problemsOf(text: string): readonly ProgramProblem[] {
  const parsed = parseProgram(text, 'calt/program.yaml');
  return parsed.ok ? [] : parsed.problems;
}

/** The problems after one edit of the program file that ships; the edit has to apply. */
function afterEdit(from: string, to: string): readonly ProgramProblem[] {
  expect(caltText).toContain(from);
  return problemsOf(caltText.replace(from, to));
}

/** Line and column of the first occurrence of a marker in the edited text. */
function placeOf(from: string, to: string, marker: string): { line: number; column: number } {
  const text = caltText.replace(from, to);
  const before = text.slice(0, text.indexOf(marker)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('parseProgram', () => {
  it('reads the program that ships', () => {
    expect(problemsOf(caltText)).toEqual([]);
  });

  it.each([...misshapen, ...contradicting])('refuses $title', ({ from, to, at, message, hint }) => {
    const found = afterEdit(from, to).find((problem) => message.test(problem.message));
    expect(found).toMatchObject({ file: 'calt/program.yaml', ...placeOf(from, to, at) });
    if (hint !== undefined) expect(found?.hint).toMatch(hint);
  });

  it('names a missing key at the part that lacks it', () => {
    const [found, ...others] = afterEdit('  grace: P90D\n', '');
    expect(found).toMatchObject({ message: '"renewal › grace" is missing; it has to be text.', column: 1 });
    expect(others).toEqual([]);
  });

  it('reports every problem of a stage, in the order of the file', () => {
    const broken = caltText.replace('format: 1', 'format: 2').replace('retake: same', 'retake: sme');
    const lines = problemsOf(broken).map(({ line }) => line);
    expect(lines.length).toBe(2);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it.each([
    ['', 'The file is empty.'],
    ['a: [1', 'This is not valid YAML'],
    ['id: x\nid: y', 'Map keys must be unique'],
    ['a: &a [*b]', 'Unresolved alias'],
    ['- 1\n- 2', 'the file has to be a part with keys of its own'],
    ['__proto__: { polluted: true }', '"__proto__" is not a key'],
    ['a: !!js/function "x"', 'Unresolved tag'],
  ])('refuses %j with a place', (text, message) => {
    const found = problemsOf(text).find((problem) => problem.message.includes(message));
    expect(found).toMatchObject({ file: 'calt/program.yaml', line: expect.any(Number), column: expect.any(Number) });
  });

  it('refuses what unfolds without end, and what is far too long', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefg'.split('').map((name, index) => {
        const last = 'abcdef'[index];
        return `${name}: &${name} [*${last}, *${last}, *${last}, *${last}, *${last}, *${last}, *${last}, *${last}]`;
      }),
    ].join('\n');
    expect(problemsOf(bomb)[0]?.message).toMatch(/cannot be unfolded/);
    expect(problemsOf('a'.repeat(2_000_001))[0]?.message).toMatch(/at most 2000000/);
  });

  it('looks at each key once, so that many keys take no time that grows with their square', () => {
    const keys = Array.from({ length: 19_000 }, (_, index) => `k${index}: 1`);
    const begun = performance.now();
    const found = problemsOf([...keys, 'k7: 2'].join('\n'));
    expect(found).toMatchObject([{ line: 19_001, column: 1, message: expect.stringContaining('must be unique') }]);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it('refuses more values than any program needs, aliases unfolded', () => {
    const shared = `a: &a [${'x, '.repeat(1_000)}x]\nb: [${'*a, '.repeat(30)}*a]`;
    expect(problemsOf(shared)).toMatchObject([{ message: expect.stringContaining('more than 20000 values') }]);
  });

  it('refuses a cycle of days, which plans would reckon with without end', () => {
    const found = afterEdit('  cycle: P36M', '  cycle: P1D');
    expect(found).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/shortest is P4W/) }));
  });

  it('refuses axes that multiply beyond what can be looked at', () => {
    const options = '[{ id: a, title: A }, { id: b, title: B }, { id: c, title: C }]';
    const axes = Array.from({ length: 30 }, (_, axis) => `  - { id: axis-${axis}, title: X, options: ${options} }`);
    const found = afterEdit('payerClasses:', `tracks:\n${axes.join('\n')}\npayerClasses:`);
    expect(found).toMatchObject([{ message: expect.stringMatching(/combinations; 2000 are the most/) }]);
  });
});
