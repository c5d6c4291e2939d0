import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleItems, temporaryFile, testamur } from '../testing/run-command.ts';

const item = path.join(exampleItems, 'calt-administration-001.xml');
const manifest = path.join(exampleItems, 'imsmanifest.xml');

describe('qti check', () => {
  test('items and manifests that are read in full', async () => {
    const { code, out, err } = await testamur(['qti', 'check', item, manifest]);
    expect({ code, err }).toEqual({ code: 0, err: '2 of 2 files read in full.' });
    expect(out.split('\n')).toEqual([
      `${item}: item calt-administration-001, 1 point`,
      `${manifest}: manifest calt-administration`,
    ]);
  });

  test('what is left out has its place', async () => {
    const xml = await readFile(item, 'utf8');
    const file = await temporaryFile('item.xml', xml.replace('<qti-item-body>', '<qti-item-body><video src="a.mp4"/>'));
    const { code, out, err } = await testamur(['qti', 'check', file, item]);
    expect({ code, err }).toEqual({ code: 1, err: '1 of 2 files read in full.' });
    expect(out).toMatch(/item\.xml:\d+:\d+: .*video/);
    const json = JSON.parse((await testamur(['qti', 'check', file, '--json'])).out);
    expect(json).toMatchObject({ ok: false, files: [{ file, status: 'loss', identifier: 'calt-administration-001' }] });
  });

  test('a file that is refused', async () => {
    const file = await temporaryFile('item.xml', '<html/>');
    const { code, out } = await testamur(['qti', 'check', file]);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:1:1: the root must be <qti-assessment-item`);
  });
});

describe('qti score', () => {
  const score = async (responses: unknown, ...more: readonly string[]) =>
    testamur(['qti', 'score', item, '--responses', await temporaryFile('responses.json', responses), ...more]);

  test('the key, another choice, and no answer', async () => {
    expect(await score({ RESPONSE: 'C' })).toMatchObject({
      code: 0,
      out: 'calt-administration-001: 1 of 1, correct\n  SCORE  1',
    });
    expect(await score({ RESPONSE: 'A' })).toMatchObject({
      code: 0,
      out: 'calt-administration-001: 0 of 1, not correct\n  SCORE  0',
    });
    const { code, out } = await score({ RESPONSE: null }, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      item: 'calt-administration-001',
      ok: true,
      score: 0,
      correct: false,
      maxScore: 1,
    });
  });

  test('a choice that the item does not offer is named', async () => {
    const { code, err } = await score({ RESPONSE: 'Z' });
    expect(code).toBe(1);
    expect(err).toContain('"RESPONSE" has no choice "Z".');
    const json = JSON.parse((await score({ RESPONSE: 'Z' }, '--json')).out);
    expect(json).toMatchObject({ ok: false, reason: 'invalid-response' });
  });

  test('responses have to be an object of choices', async () => {
    for (const wrong of ['["C"]', '{"RESPONSE": 3}', 'null']) {
      const { code, err } = await score(wrong);
      expect(code).toBe(2);
      expect(err).toContain('holds no responses: give an object such as {"RESPONSE": "A"}.');
    }
  });

  test('an item that is not read in full is not scored', async () => {
    const xml = await readFile(item, 'utf8');
    const file = await temporaryFile('item.xml', xml.replace('<qti-item-body>', '<qti-item-body><video src="a.mp4"/>'));
    const responses = await temporaryFile('responses.json', { RESPONSE: 'C' });
    const { code, out, err } = await testamur(['qti', 'score', file, '--responses', responses]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`testamur qti check ${file}`);
  });
});
