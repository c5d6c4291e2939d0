import { expect, test } from 'vitest';
import { testamur } from '../testing/run-command.ts';
import { defineCommand } from './command.ts';
import { styled, wantsColor } from './io.ts';
import { run } from './run.ts';

test('without a command, all of them are listed on standard error', async () => {
  const { code, out, err } = await testamur([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  for (const name of ['rehearse', 'program check', 'qti score', 'credential verify', 'audit verify']) {
    expect(err).toContain(name);
  }
});

test('--help answers on standard output, for all and for each command', async () => {
  const all = await testamur(['--help']);
  expect(all).toMatchObject({ code: 0, err: '' });
  for (const line of all.out.split('\n').filter((text) => /^ {2}\S/.test(text))) {
    const name = line.trim().split(/ {2,}/)[0] ?? '';
    const { code, out, err } = await testamur([...name.split(' '), '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: testamur ${name}`);
    expect(out).toContain('Exit codes:');
    expect(await testamur(['help', ...name.split(' ')])).toEqual({ code, out, err });
  }
});

test('help within a group shows the group', async () => {
  const { code, out } = await testamur(['qti', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('qti check');
  expect(out).not.toContain('program check');
});

test('--version is the version and nothing else', async () => {
  expect(await testamur(['--version'])).toEqual({ code: 0, out: '1.2.3', err: '' });
});

test.each([
  [['frobnicate'], 'There is no command "frobnicate".'],
  [['program', 'frobnicate'], 'There is no command "program frobnicate".'],
  [['program'], 'Say which one of "program".'],
])('%j is no command', async (args, message) => {
  const { code, out, err } = await testamur(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test.each([
  [['program', 'check'], 'FILE is missing'],
  [['program', 'check', 'a', 'b'], '"b" is one argument too many.'],
  [['program', 'check', 'a', '--jsno'], "Unknown option '--jsno'."],
  [['program', 'diff', 'a', 'b'], '--facts is missing'],
  [['program', 'diff', 'a', '--facts', 'c'], 'NEW is missing'],
  [['program', 'quote', 'a', '--payer'], "'--payer"],
  [['program', 'diff', 'a', 'b', '--facts', ''], '--facts is missing'],
])('%j does not fit: code 2, what is wrong, and the usage', async (args, message) => {
  const { code, out, err } = await testamur(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('Usage: testamur program');
});

test('a negative number is a value, not an option', async () => {
  const { err } = await testamur(['stats', 'score', 'a.csv', '--items', 'b.json', '--bound', '-1.5']);
  expect(err).toContain('--bound is a number above 0.');
  const missing = await testamur(['stats', 'score', 'a.csv', '--items', 'b.json', '--bound', '--json']);
  expect(missing.err).toContain("Option '--bound' is missing its value.");
});

test('what follows -- is no option', async () => {
  const { code, err } = await testamur(['program', 'check', '--', '--help']);
  expect(code).toBe(2);
  expect(err).toContain('--help cannot be read: there is no such file.');
});

test('an error that nobody can mend is not swallowed', async () => {
  const broken = defineCommand({
    name: 'break',
    summary: 'Break',
    description: '',
    arguments: [],
    options: {},
    examples: [],
    exits: [],
    run: async () => {
      throw new TypeError('a bug');
    },
  });
  const io = { out: () => {}, err: () => {}, env: {}, color: { out: false, err: false } };
  await expect(run([broken], '1', ['break'], io)).rejects.toThrow('a bug');
});

test('colors are for terminals, and NO_COLOR switches them off', () => {
  expect(wantsColor({ isTTY: true }, {})).toBe(true);
  expect(wantsColor({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(wantsColor({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColor({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(wantsColor({}, {})).toBe(false);
  expect(styled('red', 'no', false)).toBe('no');
  expect(styled('red', 'no', true)).toBe('\u001b[31mno\u001b[39m');
});
