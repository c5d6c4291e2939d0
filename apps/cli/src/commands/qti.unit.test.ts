import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleItems, temporaryFile, testamur } from '../testing/run-command.ts';

const item = path.join(exampleItems, 'calt-administration-001.xml');
const manifest = path.join(exampleItems, 'imsmanifest.xml');

/** The example with a piece that cannot be kept. */
const lossy = async (): Promise<string> => {
  const xml = await readFile(item, 'utf8');
  return temporaryFile('item.xml', xml.replace('<qti-item-body>', '<qti-item-body><blink>x</blink>'));
};

describe('qti check', () => {
  test('items and manifests that are read in full', async () => {
    const { code, out, err } = await testamur(['qti', 'check', item, manifest]);
    expect({ code, err }).toEqual({ code: 0, err: '2 of 2 documents read in full.' });
    expect(out.split('\n')).toEqual([
      `${item}: item calt-administration-001, 1 point`,
      `${manifest}: manifest calt-administration`,
    ]);
  });

  test('a folder is walked; its documents are listed by kind', async () => {
    const { code, out } = await testamur(['qti', 'check', exampleItems, '--json']);
    const { items, tests, manifests, ok } = JSON.parse(out);
    expect({ code, ok, tests, manifests: manifests.length }).toEqual({ code: 0, ok: true, tests: [], manifests: 1 });
    expect(items.length).toBeGreaterThan(1);
    expect(items[0]).toEqual({
      file: item,
      identifier: 'calt-administration-001',
      version: '3.0',
      status: 'ok',
      maxScore: 1,
      messages: [],
    });
  });

  test('what is left out has its place, and is no failure', async () => {
    const file = await lossy();
    const { code, out, err } = await testamur(['qti', 'check', file, item]);
    expect({ code, err }).toEqual({ code: 0, err: '1 of 2 documents read in full, 1 with losses.' });
    expect(out).toMatch(/item\.xml:\d+:\d+: .*blink/);
    const json = JSON.parse((await testamur(['qti', 'check', file, '--json'])).out);
    expect(json).toMatchObject({ items: [{ file, status: 'loss', messages: [{ line: expect.any(Number) }] }] });
  });

  test('a file that is refused', async () => {
    const file = await temporaryFile('item.xml', '<html/>');
    const { code, out } = await testamur(['qti', 'check', file]);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:1:1: the root must be <qti-assessment-item`);
    const missing = await testamur(['qti', 'check', `${file}.no`, '--json']);
    expect({ code: missing.code, json: JSON.parse(missing.out) }).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('there is no such file') } },
    });
  });
});

describe('qti score', () => {
  const score = async (responses: unknown, ...more: readonly string[]) =>
    testamur(['qti', 'score', item, '--responses', await temporaryFile('responses.json', responses), ...more]);

  test('the key, another choice, and no answer', async () => {
    expect(await score({ RESPONSE: 'C' })).toMatchObject({
      code: 0,
      out: 'calt-administration-001: score 1, unknown\n  SCORE  1',
    });
    expect(await score({ RESPONSE: 'A' })).toMatchObject({
      code: 0,
      out: 'calt-administration-001: score 0, unknown\n  SCORE  0',
    });
    const { code, out } = await score({ RESPONSE: null }, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      item: 'calt-administration-001',
      outcomes: { SCORE: 0 },
      responses: { RESPONSE: null },
      completionStatus: 'unknown',
      correct: { RESPONSE: 'C' },
      score: 0,
    });
  });

  test('a response counts by its type: a choice that the item does not offer is scored', async () => {
    expect(JSON.parse((await score({ RESPONSE: 'Z' }, '--json')).out)).toMatchObject({
      outcomes: { SCORE: 0 },
      responses: { RESPONSE: 'Z' },
    });
  });

  test.each([
    [{ RESPONSE: ['C'] }, 'RESPONSE', 'wrong-type'],
    [{ RESPONSE: 3 }, 'RESPONSE', 'wrong-type'],
    [{ ANSWER: 'C' }, 'ANSWER', 'unknown-response'],
  ])('a response that is not declared or not of its type is named: %j', async (responses, identifier, reason) => {
    const { code, out, err } = await score(responses);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`"${identifier}"`);
    expect(JSON.parse((await score(responses, '--json')).out)).toMatchObject({ error: { identifier, reason } });
  });

  test('responses have to be an object', async () => {
    for (const wrong of ['["C"]', 'null', '3']) {
      const { code, err } = await score(wrong);
      expect(code).toBe(1);
      expect(err).toContain('give an object such as {"RESPONSE": "A"}');
    }
  });

  test('the trace says what ran', async () => {
    expect((await score({ RESPONSE: 'C' }, '--trace')).out).toContain('set-outcome-value SCORE → 1');
    expect(JSON.parse((await score({ RESPONSE: 'C' }, '--trace', '--json')).out).trace.length).toBeGreaterThan(2);
  });

  test('an item with losses is scored; they are told on standard error', async () => {
    const responses = await temporaryFile('responses.json', { RESPONSE: 'C' });
    const { code, out, err } = await testamur(['qti', 'score', await lossy(), '--responses', responses]);
    expect({ code, out }).toEqual({ code: 0, out: 'calt-administration-001: score 1, unknown\n  SCORE  1' });
    expect(err).toContain('blink');
  });

  test('an item whose processing cannot be run is not scored; one without any keeps its defaults', async () => {
    const responses = await temporaryFile('responses.json', { RESPONSE: 'C' });
    const xml = await readFile(item, 'utf8');
    const processing = /<qti-response-processing[^>]*\/>/;
    const scoreWith = async (other: string) => {
      const file = await temporaryFile('item.xml', xml.replace(processing, other));
      const { code, out } = await testamur(['qti', 'score', file, '--responses', responses, '--json']);
      return { code, json: JSON.parse(out) };
    };
    expect(await scoreWith('<qti-response-processing><qti-guess/></qti-response-processing>')).toMatchObject({
      code: 1,
      json: { error: { reason: 'not-scorable' } },
    });
    const vendors =
      '<qti-set-outcome-value identifier="SCORE"><qti-custom-operator class="a"/></qti-set-outcome-value>';
    expect(await scoreWith(`<qti-response-processing>${vendors}</qti-response-processing>`)).toMatchObject({
      code: 1,
      json: { error: { reason: 'not-scorable', message: expect.stringContaining('the custom operator "a"') } },
    });
    const one = '<qti-base-value base-type="integer">1</qti-base-value>';
    const long = `<qti-repeat number-repeats="2000">${one}</qti-repeat>`;
    const search = `<qti-contains>${long}<qti-ordered>${long.replace('2000', '1000')}</qti-ordered></qti-contains>`;
    const rule = `<qti-response-condition><qti-response-if><qti-not>${search}</qti-not></qti-response-if></qti-response-condition>`;
    const endless = `<qti-response-processing>${rule.repeat(100)}</qti-response-processing>`;
    expect(await scoreWith(endless)).toMatchObject({ code: 1, json: { error: { reason: 'too-much-work' } } });
    expect(await scoreWith('')).toMatchObject({
      code: 0,
      json: { outcomes: { SCORE: 0 }, responses: { RESPONSE: 'C' } },
    });
  });

  test('cases give one list; a case that fails says why and keeps no other from being scored', async () => {
    const cases = await temporaryFile('cases.json', [
      { name: 'right', responses: { RESPONSE: 'C' }, seed: 7 },
      { name: 'wrong type', responses: { RESPONSE: 3 } },
      { name: 'nothing' },
      'no case',
    ]);
    const { code, out } = await testamur(['qti', 'score', item, '--cases', cases]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { name: 'right', outcomes: { SCORE: 1 }, correct: { RESPONSE: 'C' }, completionStatus: 'unknown' },
      { name: 'wrong type', error: { identifier: 'RESPONSE' } },
      { name: 'nothing', outcomes: { SCORE: 0 }, responses: { RESPONSE: null } },
      { name: null, error: { message: expect.stringContaining('a case is an object') } },
    ]);
  });

  test('it takes either responses or cases, and a whole number as the seed', async () => {
    expect(await testamur(['qti', 'score', item])).toMatchObject({ code: 2 });
    expect(await score({ RESPONSE: 'C' }, '--seed', 'x')).toMatchObject({ code: 2 });
  });
});

describe('qti correct', () => {
  test('writes what scores full marks', async () => {
    const { code, out } = await testamur(['qti', 'correct', item]);
    expect({ code, json: JSON.parse(out) }).toEqual({ code: 0, json: { RESPONSE: 'C' } });
  });
});

describe('qti convert', () => {
  test('an item of QTI 2 becomes one of QTI 3 that scores alike', async () => {
    const xml = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="Old" adaptive="false" timeDependent="false">
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"><correctResponse><value>4</value></correctResponse></responseDeclaration>
      <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
      <itemBody><p>2 + 2 = <textEntryInteraction responseIdentifier="RESPONSE" expectedLength="2"/></p></itemBody>
      <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>`;
    const file = await temporaryFile('old.xml', xml);
    const into = file.replace('old.xml', 'new.xml');
    expect(await testamur(['qti', 'convert', file, into])).toMatchObject({ code: 0, err: '' });
    expect(await readFile(into, 'utf8')).toContain('<qti-text-entry-interaction');
    const responses = await temporaryFile('responses.json', { RESPONSE: '4' });
    const { out } = await testamur(['qti', 'score', into, '--responses', responses, '--json']);
    expect(JSON.parse(out)).toMatchObject({ outcomes: { SCORE: 1 }, responses: { RESPONSE: 4 } });
  });

  test('a folder becomes a package, and that a folder again', async () => {
    const archive = (await temporaryFile('x', '')).replace(/x$/, 'items.zip');
    expect(await testamur(['qti', 'convert', exampleItems, archive])).toMatchObject({ code: 0 });
    const checked = await testamur(['qti', 'check', archive, '--json']);
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, packages: [{ status: 'ok' }] });
    const folder = archive.replace('.zip', '');
    expect(await testamur(['qti', 'convert', archive, folder])).toMatchObject({ code: 0 });
    const { items } = JSON.parse((await testamur(['qti', 'check', folder, '--json'])).out);
    expect(items.length).toBe(JSON.parse(checked.out).items.length);
  });

  test('a document that is refused', async () => {
    const file = await temporaryFile('item.xml', '<html/>');
    const { code, err } = await testamur(['qti', 'convert', file, file.replace('item', 'new')]);
    expect(code).toBe(1);
    expect(err).toContain('the root must be');
  });
});
