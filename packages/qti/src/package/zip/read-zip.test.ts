import { describe, expect, it } from 'vitest';
import { type CraftedArchive, type CraftedEntry, craftZip } from '../../testing/craft-zip.ts';
import { crc32 } from './crc32.ts';
import { DEFAULT_ZIP_LIMITS } from './limits.ts';
import { readZip, type ZipArchive } from './read-zip.ts';
import { ZipRefusal } from './refusal.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (archive: ZipArchive, path: string) => new TextDecoder().decode(archive.read(path));

/** Why the archive is refused as a whole, or 'taken'. */
function refusal(entries: readonly CraftedEntry[], archive: CraftedArchive = {}, limits = DEFAULT_ZIP_LIMITS): string {
  try {
    readZip(craftZip(entries, archive), limits);
    return 'taken';
  } catch (error) {
    if (error instanceof ZipRefusal) return error.message;
    throw error;
  }
}

const GOOD: CraftedEntry = { name: 'good.txt', data: 'good' };

describe('an archive', () => {
  it('gives its files, stored and deflated; folders are no files', () => {
    const archive = readZip(
      craftZip([
        { name: 'a/', mode: 0o40755 },
        { name: 'a/s.txt', data: 'stored' },
        { name: 'd.txt', data: 'x'.repeat(5000), method: 8 },
      ]),
    );
    expect([archive.paths, archive.problems]).toEqual([['a/s.txt', 'd.txt'], []]);
    expect([text(archive, 'a/s.txt'), text(archive, 'd.txt')]).toEqual(['stored', 'x'.repeat(5000)]);
    expect(archive.check('d.txt')).toBeUndefined();
    expect(archive.read('no.txt')).toBeUndefined();
  });

  it('may be empty, and may have a comment', () => {
    expect(readZip(craftZip([])).paths).toEqual([]);
    expect(readZip(craftZip([GOOD], { comment: bytes('a comment') })).paths).toEqual(['good.txt']);
  });

  it('may be of ZIP64', () => {
    expect(text(readZip(craftZip([GOOD, { name: 'b.txt', data: 'b' }], { zip64: true })), 'b.txt')).toBe('b');
  });

  it('may leave sizes to a descriptor after the data, as streaming writers do', () => {
    const entry = { name: 'a.txt', data: 'abc', method: 8, flags: 0x0808, local: { size: 0, crc: 0 } };
    expect(text(readZip(craftZip([entry])), 'a.txt')).toBe('abc');
  });

  it.each([
    ['UTF-8 that is said', bytes('é.txt'), 0x0800, 'é.txt'],
    ['UTF-8 that is not said', bytes('日本.txt'), 0, '日本.txt'],
    ['code page 437', Uint8Array.of(0x82, 0xe1, 0x2e, 0x74), 0, 'éß.t'],
    ['decomposed letters', bytes('e\u0301.txt'), 0x0800, 'é.txt'],
  ])('has names in %s', (_, name, flags, path) => {
    expect(readZip(craftZip([{ name, flags, data: 'x' }])).paths).toEqual([path]);
  });

  it('has a name in the extra field for Unicode, as long as that belongs to the plain one', () => {
    const plain = bytes('_.txt');
    const unicode = (crc: number) => {
      const name = bytes('é.txt');
      const head = [0x75, 0x70, name.length + 5, 0, 1, crc & 255, (crc >>> 8) & 255, (crc >>> 16) & 255, crc >>> 24];
      return Uint8Array.from([...head, ...name]);
    };
    const paths = (crc: number) => readZip(craftZip([{ name: plain, flags: 0, extra: unicode(crc) }])).paths;
    expect(paths(crc32(plain))).toEqual(['é.txt']);
    expect(paths(1)).toEqual(['_.txt']);
  });
});

describe('a file is left out, and the others are read', () => {
  it.each<[string, CraftedEntry, string]>([
    ['climbs', { name: '../evil.txt' }, 'climbs with ".."'],
    ['climbs in the middle', { name: 'a/../../evil.txt' }, 'climbs with ".."'],
    ['is absolute', { name: '/etc/passwd' }, 'it is absolute'],
    ['names a drive', { name: 'C:/evil.txt' }, 'it names a drive'],
    ['has backslashes', { name: 'a\\b.txt' }, 'a backslash'],
    ['has NUL', { name: 'a\u0000.txt' }, 'cannot be seen'],
    ['has control characters', { name: 'a\n.txt' }, 'cannot be seen'],
    ['turns the direction of writing', { name: 'a\u202Etxt.exe' }, 'cannot be seen'],
    ['has no name', { name: '' }, 'it is empty'],
    ['has a "." in it', { name: './a.txt' }, 'or "."'],
    ['has a name that is no UTF-8', { name: Uint8Array.of(0xff, 0xfe), flags: 0x0800 }, 'not valid UTF-8'],
    ['is a symbolic link', { name: 'link', data: '/etc/passwd', mode: 0o120777 }, 'symbolic link'],
    ['is a device', { name: 'dev', mode: 0o020666 }, 'a device'],
    ['is encrypted', { name: 'e.txt', flags: 0x0801 }, 'encrypted'],
    ['is packed by LZMA', { name: 'l.txt', method: 14 }, 'method (14)'],
    ['differs from another in capitals alone', { name: 'GOOD.txt' }, 'in capitals alone'],
    ['is a folder with content', { name: 'f/', data: 'x' }, 'it is a folder'],
    ['is stored in another size', { name: 's.txt', data: 'abc', size: 4 }, 'two sizes differ'],
    ['has another name in its own header', { name: 'a.txt', local: { name: 'b.txt' } }, 'another name'],
    [
      'has another size in its own header',
      { name: 'a.txt', data: 'abc', method: 8, local: { size: 9 } },
      'not the same',
    ],
    ['has another flag in its own header', { name: 'a.txt', local: { flags: 0x0801 } }, 'not the same'],
    ['points outside the archive', { name: 'a.txt', method: 8, stored: 4_000_000_000 }, 'longer than the archive'],
    ['points elsewhere', { name: 'a.txt', offset: 7 }, 'not where the archive says'],
  ])('when it %s', (_, entry, problem) => {
    const archive = readZip(craftZip([GOOD, entry]));
    expect(archive.paths).toEqual(['good.txt']);
    expect(archive.problems.map((found) => found.text)).toEqual([expect.stringContaining(problem)]);
  });

  it('when it passes a limit', () => {
    const big = { name: 'big', data: '\0'.repeat(2_000_000), method: 8 };
    const problems = (limits: Partial<typeof DEFAULT_ZIP_LIMITS>) =>
      readZip(craftZip([GOOD, big]), { ...DEFAULT_ZIP_LIMITS, ...limits }).problems.map((found) => found.text);
    expect(problems({ maxRatio: 2000 })).toEqual([]);
    expect(problems({})).toEqual([expect.stringMatching(/grows \d+ times when unpacked; 250 times/)]);
    expect(problems({ maxRatio: 2000, maxEntryBytes: 1_999_999 })).toEqual([
      expect.stringContaining('1999999 are allowed'),
    ]);
  });
});

describe('a file whose data is not what the archive says gives no bytes', () => {
  it.each<[string, CraftedEntry, string]>([
    ['another checksum', { name: 'a', data: 'abc', crc: 1 }, 'checksum'],
    [
      'more than it says',
      { name: 'a', data: 'x'.repeat(300_000), method: 8, size: 299_999 },
      'more than the 299999 bytes',
    ],
    ['less than it says', { name: 'a', data: 'abc', method: 8, size: 4 }, 'holds 3 bytes'],
    ['nothing at all', { name: 'a', data: '', method: 8, stored: 0, size: 3 }, 'holds 0 bytes'],
    ['the beginning alone', { name: 'a', data: 'abcdefgh', method: 8, stored: 4 }, 'it is damaged'],
  ])('%s', (_, entry, problem) => {
    const archive = readZip(craftZip([entry]));
    expect(archive.check('a')).toContain(problem);
    expect(() => archive.read('a')).toThrow(problem);
  });
});

describe('an archive is refused', () => {
  const two = [GOOD, { name: 'b.txt', data: 'b' }];

  it.each<[string, string, string]>([
    ['without an end', 'PK\u0003\u0004', 'no ZIP archive'],
    ['that is something else', 'x'.repeat(100), 'no ZIP archive'],
    ['that is empty', '', 'no ZIP archive'],
  ])('%s', (_, source, message) => {
    expect(() => readZip(bytes(source))).toThrow(message);
  });

  it('with data before or after it', () => {
    expect(refusal(two, { before: bytes('#!/bin/sh') })).toContain('data before the files');
    expect(refusal(two, { after: bytes('more') })).toContain('data after the end');
    expect(() => readZip(Uint8Array.from([...bytes('#!/bin/sh'), ...craftZip(two)]))).toThrow('data before it');
  });

  it('with a second end in its comment', () => {
    const inner = craftZip([{ name: 'other.txt' }]);
    expect(refusal(two, { comment: inner })).toContain('two ends');
  });

  it('with the same name twice', () => {
    expect(refusal([GOOD, { ...GOOD, data: 'bad' }])).toContain('"good.txt" comes twice');
  });

  it('with files that lie in one another', () => {
    const inner = craftZip([{ name: 'in.txt', data: 'inner' }]).subarray(0, 41);
    const nested: CraftedEntry[] = [
      { name: 'outer.bin', data: inner },
      { name: 'in.txt', data: 'inner', offset: 39 },
    ];
    expect(refusal(nested)).toContain('overlaps another file');
  });

  it('with another number of files than it says, or on several disks', () => {
    expect(refusal(two, { count: 1 })).toContain('list of files in the archive is damaged');
    expect(refusal(two, { count: 3 })).toContain('list of files in the archive is damaged');
    expect(refusal(two, { disk: 1 })).toContain('one part of several');
  });

  it('above the limits of files and of bytes in all', () => {
    expect(refusal(two, {}, { ...DEFAULT_ZIP_LIMITS, maxEntries: 1 })).toContain('has 2 files; 1 are allowed');
    expect(refusal(two, {}, { ...DEFAULT_ZIP_LIMITS, maxTotalBytes: 4 })).toContain('5 bytes in all; 4 are allowed');
  });
});
