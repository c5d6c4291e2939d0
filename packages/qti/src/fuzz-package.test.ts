import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { readPackage } from './package/read-package.ts';
import { writeZip } from './package/zip/write-zip.ts';
import { type CraftedEntry, craftZip } from './testing/craft-zip.ts';
import { itemXml } from './testing/item-xml.ts';

const encoder = new TextEncoder();
const MANIFEST = `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m"><organizations/><resources>
<resource identifier="r" type="imsqti_item_xmlv3p0" href="items/a.xml"><file href="items/a.xml"/></resource></resources></manifest>`;
const GOOD = writeZip(
  new Map([
    ['imsmanifest.xml', encoder.encode(MANIFEST)],
    ['items/a.xml', encoder.encode(itemXml())],
    ['items/a.png', Uint8Array.from({ length: 500 }, (_, index) => index % 7)],
  ]),
);

// What is bounded here is time on the processor; a busy machine may take longer by the clock.
vi.setConfig({ testTimeout: 60_000 });

/** Time of this thread on the processor. */
const cpuMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Reads, and reads every file that is listed; a report, within a second. */
function report(source: Uint8Array | ReadonlyMap<string, Uint8Array>) {
  const start = cpuMilliseconds();
  const found = readPackage(source);
  for (const path of found.media) expect(found.read(path)).toBeInstanceOf(Uint8Array);
  expect(cpuMilliseconds() - start).toBeLessThan(30_000);
  const documents = [...found.items, ...found.tests, ...found.sections, ...found.stimuli];
  expect(found.status === 'ok').toBe(found.messages.length === 0 && documents.every(({ status }) => status === 'ok'));
  return found;
}

describe('packages never throw and never hang', () => {
  it('the one that the others are made from is good', () => {
    expect(report(GOOD)).toMatchObject({ status: 'loss', items: [{ status: 'ok' }], media: ['items/a.png'] });
  });

  it('whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(report(bytes).status).toBe('refused');
      }),
      { numRuns: 300 },
    );
  });

  it('whatever bytes of a good archive are changed, cut off or put in', () => {
    const change = fc.record({ at: fc.nat({ max: GOOD.length - 1 }), to: fc.nat({ max: 255 }) });
    const cut = fc.tuple(fc.nat({ max: GOOD.length }), fc.nat({ max: 60 }), fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.option(cut), (changes, cutting) => {
        const bytes = GOOD.slice();
        for (const { at, to } of changes) bytes[at] = to;
        const [at, drop, put] = cutting ?? [0, 0, new Uint8Array()];
        report(Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + drop)]));
      }),
      { numRuns: 500 },
    );
  });

  it('whatever the directory of the archive says', () => {
    const number = fc.constantFrom(0, 1, 30, 65_535, 65_536, 4_294_967_295);
    const entry: fc.Arbitrary<CraftedEntry> = fc.record(
      {
        name: fc.constantFrom('a.xml', 'imsmanifest.xml', '../a', 'a/', 'A.xml', '\u0000', 'b.xml'),
        data: fc.constantFrom('', itemXml(), MANIFEST, 'x'.repeat(3000)),
        method: fc.constantFrom(0, 8, 14),
        flags: fc.constantFrom(0, 1, 8, 0x800, 0xffff),
        mode: fc.constantFrom(0, 0o120777, 0o100644),
        crc: number,
        size: number,
        stored: number,
        offset: number,
        extra: fc.uint8Array({ maxLength: 40 }),
      },
      { requiredKeys: ['name'] },
    );
    const archive = fc.record(
      { zip64: fc.boolean(), count: fc.nat({ max: 5 }), comment: fc.uint8Array({ maxLength: 30 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), archive, (entries, end) => {
        report(craftZip(entries, end));
      }),
      { numRuns: 500 },
    );
  });

  it('whatever the files', () => {
    const name = fc.oneof(
      fc.constantFrom('imsmanifest.xml', 'a.xml', 'x/b.xml', '__proto__', 'constructor.xml'),
      fc.string(),
    );
    const content = fc.oneof(fc.constantFrom(MANIFEST, itemXml(), '<qti-assessment-test/>'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, content), { maxLength: 6 }), (files) => {
        report(new Map(files.map(([path, text]) => [path, encoder.encode(text)])));
      }),
      { numRuns: 300 },
    );
  });
});

const MEBIBYTE = 1_048_576;

describe('bombs', () => {
  const size = 60 * MEBIBYTE;
  const packed = deflateSync(new Uint8Array(size), { level: 9 });

  it('of honest size are left out unread, for growing too much', () => {
    const found = report(craftZip([{ name: 'bomb.png', packed, method: 8, size }]));
    expect(found.media).toEqual([]);
    expect(found.messages).toContainEqual(
      expect.objectContaining({ file: 'bomb.png', text: expect.stringMatching(/grows \d+ times/) }),
    );
  });

  it('that lie about their size cost what they owned up to, and no more', () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.png`);
    const bomb = craftZip(names.map((name, index) => ({ name, packed, method: 8, size: 1000 + index * 1000 })));
    const before = process.memoryUsage();
    const start = cpuMilliseconds();
    const found = readPackage(bomb);
    expect(cpuMilliseconds() - start).toBeLessThan(30_000);
    const after = process.memoryUsage();
    const grown = (key: 'rss' | 'arrayBuffers' | 'heapUsed') => (after[key] - before[key]) / MEBIBYTE;
    expect(Math.max(grown('rss'), grown('arrayBuffers') + grown('heapUsed'))).toBeLessThan(256);
    expect(found.media).toEqual([]);
    expect(found.messages.filter(({ text }) => /more than the \d+ bytes/.test(text))).toHaveLength(100);
  });

  it('of one piece of data under many names give the one name that the data has itself', () => {
    const entries = Array.from({ length: 50 }, (_, index) => ({ name: `${index}.png`, data: 'x', offset: 0 }));
    const found = report(craftZip(entries));
    expect(found.media).toEqual(['0.png']);
    expect(found.messages.filter(({ text }) => text.includes('another name'))).toHaveLength(49);
  });

  it('of ten thousand empty documents take a moment', () => {
    const files = new Map(
      Array.from({ length: 10_000 }, (_, index) => [`${index}.xml`, encoder.encode('<assessmentItem/>')]),
    );
    const start = cpuMilliseconds();
    expect(readPackage(files).items).toHaveLength(10_000);
    expect(cpuMilliseconds() - start).toBeLessThan(30_000);
  });
});
