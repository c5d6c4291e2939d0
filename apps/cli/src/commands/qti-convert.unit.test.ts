import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exampleItems, temporaryFile, testamur } from '../testing/run-command.ts';

const gift = `$CATEGORY: cataloging

::Title field::Which MARC field holds the title? { =245 ~100 ~650 }

::Dewey::Dewey class 020 is for library science. {T}
`;

const aiken = `Which MARC field holds the title?
A. 100
B. 245
ANSWER: B
`;

const csv = 'identifier,topic,stem,A,B,C,key\nt-1,cataloging,Which MARC field holds the title?,100,245,650,B\n';

const moodle = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>Dewey</text></name>
<questiontext format="html"><text><![CDATA[<p>Dewey 020 is for library science.</p>]]></text></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;

const converted = async (name: string, source: string, ending = '.zip') => {
  const file = await temporaryFile(name, source);
  const into = file.replace(/\.\w+$/, `-converted${ending}`);
  return { into, ...(await testamur(['qti', 'convert', file, into])) };
};

describe('items of other formats become a QTI 3 package', () => {
  test.each([
    ['items.gift', gift, 2],
    ['aiken.txt', aiken, 1],
    ['gift.txt', gift, 2],
    ['items.csv', csv, 1],
    ['moodle.xml', moodle, 1],
  ])('%s', async (name, source, count) => {
    const { into, code } = await converted(name, source);
    expect(code).toBe(0);
    const { out } = await testamur(['qti', 'check', into, '--json']);
    const { items } = JSON.parse(out);
    expect(items.map(({ status, maxScore }: { status: string; maxScore: number }) => [status, maxScore])).toEqual(
      Array.from({ length: count }, () => ['ok', 1]),
    );
  });

  test('one item alone may become a document, several may not', async () => {
    const { into, code } = await converted('aiken.txt', aiken, '.xml');
    expect(code).toBe(0);
    const { out } = await testamur(['qti', 'correct', into, '--json']);
    expect(Object.values(JSON.parse(out))).toHaveLength(1);
    expect(await converted('items.gift', gift, '.xml')).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds 2 items: let OUT end in .zip'),
    });
  });

  test('a file without items is refused with its lines', async () => {
    const { code, err } = await converted('aiken.txt', 'Which?\nA. 1\nANSWER: Z\n');
    expect(code).toBe(1);
    expect(err).toMatch(/line \d+: /);
  });
});

test('a package becomes a table that becomes a package again, with the same keys', async () => {
  const table = (await temporaryFile('x', '')).replace(/x$/, 'items.csv');
  expect(await testamur(['qti', 'convert', exampleItems, table])).toMatchObject({ code: 0 });
  const lines = (await readFile(table, 'utf8')).trim().split('\r\n');
  const archive = table.replace('.csv', '.zip');
  expect(await testamur(['qti', 'convert', table, archive])).toMatchObject({ code: 0 });
  const { items } = JSON.parse((await testamur(['qti', 'check', archive, '--json'])).out);
  expect(items).toHaveLength(lines.length - 1);
});
