import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { run } from '../shell/run.ts';
import { temporaryFile } from '../testing/run-command.ts';
import { statsReport } from './stats-report.ts';

const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];
const options = ['A', 'B', 'C', 'D'];

/** A form of the option letters that candidates chose: the better ones find the key, A, more often. */
const answers = (n: number): string => {
  const rows = Array.from({ length: n }, (_, person) =>
    items.map((_, item) =>
      (person * 7 + item * 5) % 11 < (person % 10) + 1 ? 'A' : options[1 + ((person + item) % 3)],
    ),
  );
  return [['id', ...items], ...rows.map((row, person) => [`c${person + 1}`, ...row])]
    .map((row) => row.join(','))
    .join('\n');
};

/** Files of 120 candidates and their key, and where the report shall go. */
const files = async (n = 120) => ({
  data: await temporaryFile('answers.csv', answers(n)),
  key: await temporaryFile('key.csv', ['id,key', ...items.map((id) => `${id},A`)].join('\n')),
  out: await temporaryFile('report.pdf', ''),
});

const testamur = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run([statsReport], '1', ['stats', 'report', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    color: { out: false, err: false },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('testamur stats report', () => {
  test('writes a PDF, says what it does, and prints the main figures', async () => {
    const { data, key, out: file } = await files();
    const { code, out, err } = await testamur(data, '--key', key, '--cut', '3', '--out', file, '--title', 'Form 1');
    expect({ code, err: err.split('\n') }).toMatchObject({
      code: 0,
      err: [`Reading ${data}`, 'Analyzing 120 candidates and 6 items', 'Typesetting', `Wrote ${file}.`],
    });
    expect(out).toMatch(/^Form 1\nTechnical report: 120 candidates, 6 items, cut 3 of 6\n/);
    expect(out).toMatch(/ {2}Tested +120\n/);
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('with --json prints one object: the file, the classical analysis and the decisions', async () => {
    const { data, key, out: file } = await files();
    const { code, out } = await testamur(data, '--key', key, '--cut', '3', '--out', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      file,
      classical: { n: 120, items: expect.any(Array), alpha: expect.any(Number) },
      decision: { consistency: expect.any(Number), cut: 3 },
    });
  });

  test('of fewer than 30 candidates gives counts, unless the rule is set aside with a reason', async () => {
    const { data, key, out: file } = await files(20);
    const given = [data, '--key', key, '--cut', '3', '--out', file] as const;
    const counts = await testamur(...given);
    expect(counts).toMatchObject({ code: 0, out: expect.stringContaining('Candidates  20') });
    expect(counts.out).not.toContain('Alpha');
    expect(JSON.parse((await testamur(...given, '--json')).out)).toMatchObject({
      decision: { verdict: 'too-few' },
    });
    expect((await testamur(...given, '--override', 'a pilot')).out).toContain('Alpha');
  });

  test('takes the times of candidates, and names the line of what is none', async () => {
    const { data, key, out: file } = await files();
    const given = [data, '--key', key, '--cut', '3', '--out', file] as const;
    const times = await temporaryFile('times.csv', 'id,seconds\nc1,600\nc2,900');
    expect((await testamur(...given, '--times', times)).code).toBe(0);
    const wrong = await temporaryFile('wrong.csv', 'id,seconds\nc1,600\nc2,long');
    expect((await testamur(...given, '--times', wrong)).err).toContain('line 3, column seconds: "long" is no number');
  });

  test.each([
    ['a key that lacks an item', 'id,key\ni1,A', ['--cut', '3', '--out', 'r.pdf'], /i2/],
    ['a cut outside the scores', undefined, ['--cut', '7', '--out', 'r.pdf'], /a cut of 7 is outside the scores/],
    ['a report that is no PDF', undefined, ['--cut', '3', '--out', 'r.html'], /r\.html: a report ends in \.pdf/],
  ])('%s is refused in words, and no report is written', async (_, wrong, args, says) => {
    const { data, key } = await files();
    const file = wrong === undefined ? key : await temporaryFile('wrong.csv', wrong);
    const { code, out, err } = await testamur(data, '--key', file, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
    await expect(readFile('r.pdf')).rejects.toThrow();
  });

  test('a missing key is wrong use', async () => {
    const { data } = await files();
    expect(await testamur(data, '--cut', '3', '--out', 'r.pdf')).toMatchObject({ code: 2 });
  });
});
