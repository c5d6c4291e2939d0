import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPackage } from '@testamur/qti';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleItems } from '../testing/run-command.ts';
import { readPreviewed } from './read.ts';

let parent: string;
const folder = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
  const made = path.join(parent, name);
  await mkdir(made);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(made, file)), { recursive: true });
    await writeFile(path.join(made, file), text);
  }
  return made;
};

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'testamur-preview-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

describe('what is previewed', () => {
  it('of a folder is a package of its files, read in full', async () => {
    const { name, bytes } = await readPreviewed(exampleItems);
    const report = readPackage(bytes);
    expect(name).toBe(`${path.basename(exampleItems)}.zip`);
    expect(report).toMatchObject({ status: 'ok', messages: [] });
    expect(report.items.length).toBeGreaterThan(1);
  });

  it('of a folder keeps paths inside it and leaves out hidden files; an ending slash changes nothing', async () => {
    const made = await folder('items', { 'a/one.txt': '1', '.git/HEAD': 'x', 'a/.DS_Store': 'x' });
    const previewed = await readPreviewed(`${made}${path.sep}`);
    expect(previewed.name).toBe('items.zip');
    expect(readPackage(previewed.bytes).media).toEqual(['a/one.txt']);
    expect(await readPreviewed(made)).toEqual(previewed);
  });

  it('of a folder with one file is a package too', async () => {
    const { bytes } = await readPreviewed(await folder('single', { 'only.gift': 'x' }));
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('of a file is the file as it is', async () => {
    const made = await folder('file', { 'x.gift': '::a:: b {=c}' });
    const { name, bytes } = await readPreviewed(path.join(made, 'x.gift'));
    expect([name, new TextDecoder().decode(bytes)]).toEqual(['x.gift', '::a:: b {=c}']);
  });

  it('is nothing where the folder is empty, missing, or cannot be packed', async () => {
    await expect(readPreviewed(await folder('empty', { '.hidden': 'x' }))).rejects.toThrow('holds no files');
    await expect(readPreviewed(path.join(parent, 'none'))).rejects.toThrow('there is no such file');
    const twice = await folder('twice', { 'a.xml': '1', 'A.xml': '2' });
    await expect(readPreviewed(twice)).rejects.toThrow('differ in capitals alone');
  });
});
