import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

const path = fc
  .array(fc.stringMatching(/^[a-zé日][a-z0-9 é%_-]{0,6}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const files = fc
  .uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 300 })), { selector: ([name]) => name, maxLength: 8 })
  .map((entries) => new Map(entries));

describe('writing an archive', () => {
  it('is read again as it was', () => {
    fc.assert(
      fc.property(files, (written) => {
        const archive = readZip(writeZip(written));
        expect(archive.problems).toEqual([]);
        expect(new Map(archive.paths.map((name) => [name, archive.read(name)]))).toEqual(written);
      }),
    );
  });

  it('gives the same bytes whatever the order of the files', () => {
    fc.assert(
      fc.property(files, (written) => {
        expect(writeZip(new Map([...written].reverse()))).toEqual(writeZip(written));
      }),
    );
  });

  it('dates every file alike, in every zone of time', () => {
    const [date, time] = [10, 12].map((offset) =>
      new DataView(writeZip(new Map([['a', new Uint8Array()]])).buffer).getUint16(offset, true),
    );
    expect([date, time]).toEqual([12 << 11, (1 << 5) | 1]);
  });

  it.each(['../a', '/a', 'a\\b', 'a//b', '', '__proto__'])('refuses the path %j', (name) => {
    expect(() => writeZip(new Map([[name, new Uint8Array()]]))).toThrow(RangeError);
  });

  it('refuses names that differ in capitals alone', () => {
    const two = new Map(['a.xml', 'A.xml'].map((name) => [name, new Uint8Array()]));
    expect(() => writeZip(two)).toThrow('differ in capitals alone');
  });
});
