import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { judgeSample, type Presentation } from '@testamur/psychometrics';
import { describe, expect, test } from 'vitest';
import type { Command } from '../shell/command.ts';
import { CommandError } from '../shell/errors.ts';
import { run } from '../shell/run.ts';
import { temporaryFile } from '../testing/run-command.ts';
import { progress } from './progress.ts';
import { readTable } from './read-table.ts';
import { defineStats } from './stats-command.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h5v5z"/></svg>';

const presentation: Presentation = {
  title: 'A statistic',
  subtitle: '12 candidates',
  facts: [{ label: 'Mean', value: '2.5', note: 'of 4' }],
  notices: [{ verdict: 'warn', text: 'Two items were left out.' }],
  sections: [
    {
      heading: 'Items',
      paragraphs: [],
      figures: [
        { svg, caption: 'A triangle.', description: 'A triangle.' },
        { svg, caption: 'Another.', description: 'Another.' },
      ],
      tables: [
        {
          caption: '',
          columns: [
            { heading: 'Item', align: 'left' },
            { heading: 'p', align: 'right' },
          ],
          rows: [
            ['i1', '0.5'],
            ['item-2', '−0.25'],
          ],
        },
      ],
    },
  ],
};

const commandOf = (n: number): Command =>
  defineStats({
    name: 'example',
    summary: 'An example',
    description: '',
    arguments: [],
    options: {},
    examples: [],
    find: async ({ override }) => {
      if (n === 0) throw new RangeError('there are no candidates; give some');
      const sample = judgeSample('classical', n, override.override);
      return { json: { n, verdict: sample.verdict, override: sample.override }, present: () => presentation, sample };
    },
  });

const testamur = async (n: number, ...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run([commandOf(n)], '1', ['stats', 'example', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: {},
    color: { out: false, err: false },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('a statistic', () => {
  test('reads in a terminal as facts, doubts and tables whose numbers stand right', async () => {
    const { code, out } = await testamur(200);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'A statistic',
      '12 candidates',
      '',
      '  Mean  2.5  (of 4)',
      '',
      '  ! Two items were left out.',
      '',
      'Items',
      '',
      '  Item        p',
      '  ──────  ─────',
      '  i1        0.5',
      '  item-2  −0.25',
    ]);
  });

  test('is one object and nothing else with --json', async () => {
    const { out, err } = await testamur(200, '--json');
    expect(JSON.parse(out)).toEqual({ n: 200, verdict: 'ok', override: null });
    expect(err).toBe('');
  });

  test('of too few candidates shows people counts alone, and the rest for a reason that is recorded', async () => {
    const shy = await testamur(12);
    expect(shy.out).toContain('12 candidates: too few to say anything');
    expect(shy.out).not.toContain('item-2');
    const bold = await testamur(12, '--override', 'a pilot');
    expect(bold.out).toContain('item-2');
    const { out } = await testamur(12, '--override', 'a pilot', '--json');
    expect(JSON.parse(out)).toEqual({ n: 12, verdict: 'too-few', override: { reason: 'a pilot' } });
  });

  test('that cannot be found says why, also as JSON', async () => {
    expect(await testamur(0)).toMatchObject({ code: 2, err: 'error: there are no candidates; give some.' });
    const { out } = await testamur(0, '--json');
    expect(JSON.parse(out)).toEqual({ error: { message: 'there are no candidates; give some.' } });
  });

  test('is drawn as SVG or as a picture, each figure in its file', async () => {
    const file = await temporaryFile('plot.svg', '');
    const { err } = await testamur(200, '--plot', file, '--json');
    const second = file.replace('.svg', '-2.svg');
    expect(err).toBe(`Wrote ${file}, ${second}.`);
    expect([await readFile(file, 'utf8'), await readFile(second, 'utf8')]).toEqual([svg, svg]);
    const picture = file.replace('.svg', '.png');
    await testamur(200, '--plot', picture);
    expect([...(await readFile(picture)).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect((await testamur(200, '--plot', 'plot.gif')).err).toContain('a plot ends in .svg or .png');
    expect((await testamur(12, '--plot', file)).err).toContain('Nothing is drawn: 12 candidates');
  });

  test('is set as a PDF', async () => {
    const file = await temporaryFile('report.pdf', '');
    await testamur(200, '--report', file);
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stat(file)).size).toBeGreaterThan(5000);
    expect((await testamur(200, '--report', path.join(file, 'no.pdf'))).err).toContain('cannot be written');
  });
});

describe('a table', () => {
  test('is read with the lines of its rows, whatever stands between the cells', async () => {
    for (const separator of [',', ';', '\t']) {
      const text = `\uFEFFid${separator}a b\n"x ""y"""${separator}1\n\nz${separator}\n`;
      expect(await readTable(await temporaryFile('data.csv', text))).toEqual({
        columns: ['id', 'a b'],
        rows: [
          ['x "y"', '1'],
          ['z', ''],
        ],
        lines: [2, 4],
      });
    }
  });

  test('may be packed', async () => {
    const file = await temporaryFile('data.csv.gz', '');
    await writeFile(file, gzipSync('a\n1\n'));
    expect((await readTable(file)).rows).toEqual([['1']]);
    await writeFile(file, gzipSync('a\n1\n').subarray(0, 12));
    await expect(readTable(file)).rejects.toThrow('cannot be unpacked');
  });

  test.each([
    ['', 'is empty'],
    ['a,a\n1,2\n', 'has the column "a" twice'],
    ['a,b\n1,2\n1\n', 'line 3: 1 cells where the header has 2 columns'],
    ['a\n"b\n', 'is no table'],
  ])('that is none is refused with its line: %j', async (text, message) => {
    const file = await temporaryFile('data.csv', text);
    await expect(readTable(file)).rejects.toThrow(CommandError);
    await expect(readTable(file)).rejects.toThrow(message);
  });
});

test('long work says how far it has come, at most once a second', () => {
  const said: string[] = [];
  let now = 0;
  const io = {
    out: () => undefined,
    err: (line: string) => said.push(line),
    env: {},
    color: { out: false, err: false },
  };
  const tell = progress(io, 'Estimating', () => now);
  for (const time of [100, 1100, 1200, 2300]) {
    now = time;
    tell(`${time}`);
  }
  expect(said).toEqual(['Estimating: 1100', 'Estimating: 2300']);
});
