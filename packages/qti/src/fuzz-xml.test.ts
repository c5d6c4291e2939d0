import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseManifest } from './manifest/parse-manifest.ts';
import { parseItem } from './parse/parse-item.ts';
import { parseSection, parseStimulus, parseTest } from './parse/parse-test.ts';
import { parseResult } from './results/parse-result.ts';
import { itemXml } from './testing/item-xml.ts';
import { kindOf } from './upgrade/kind-of.ts';

type Reader = (xml: string | Uint8Array) => { readonly status: string; readonly messages: readonly unknown[] };
const READERS: readonly Reader[] = [parseItem, parseTest, parseSection, parseStimulus, parseManifest, parseResult];

// What is bounded here is time on the processor; a busy machine may take longer by the clock.
vi.setConfig({ testTimeout: 60_000 });

/** Time of this thread on the processor. */
const cpuMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Reads by every reader; each gives a result with messages where it should, within a second. */
function readByAll(xml: string | Uint8Array, readers = READERS): string[] {
  kindOf(xml);
  return readers.map((reader) => {
    const start = cpuMilliseconds();
    const { status, messages } = reader(xml);
    expect(cpuMilliseconds() - start).toBeLessThan(30_000);
    expect(['ok', 'loss', 'refused']).toContain(status);
    expect(messages.length > 0).toBe(status !== 'ok');
    return status;
  });
}

const VALID = itemXml({ before: '<p>A &amp; B <img src="a.png" alt="x"/></p>' });

/** Pieces that readers have a view on, good and bad. */
const PIECES = [
  '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t">',
  '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="t">',
  '<qti-assessment-test identifier="i" title="t">',
  '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m">',
  '<resource identifier="__proto__" type="constructor" href="../x">',
  '<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0">',
  '<qti-response-declaration identifier="__proto__" cardinality="record" base-type="constructor">',
  '<qti-item-body>',
  '<qti-response-processing>',
  '<qti-set-outcome-value identifier="SCORE">',
  '<qti-base-value base-type="float">1e999',
  '<qti-pattern-match pattern="((a+)+)+$">',
  '<qti-choice-interaction response-identifier="toString" max-choices="-1">',
  '<p onclick="x" href="javascript:x">',
  '</p>',
  '</qti-item-body>',
  '</qti-assessment-item>',
  '</manifest>',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '&x;',
  '&#0;',
  '\uD800',
  '\u0000',
  ' ',
] as const;

describe('readers of documents never throw and never hang', () => {
  it('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        readByAll(text);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readByAll(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever the order of the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        readByAll(pieces.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('whatever is done to a good item', () => {
    const change = fc.record({
      at: fc.nat({ max: VALID.length }),
      drop: fc.nat({ max: 30 }),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce((xml, { at, drop, put }) => xml.slice(0, at) + put + xml.slice(at + drop), VALID);
        readByAll(text);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever value an attribute of a good item has', () => {
    const attributes = [...VALID.matchAll(/="([^"]*)"/g)].map(
      ({ index, 1: value = '' }) => [index + 2, value.length] as const,
    );
    const value = fc.oneof(
      fc.constantFrom('', ' ', '-1', '1e309', 'NaN', '9'.repeat(400), '__proto__', 'constructor', 'a'.repeat(100_000)),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[<&"]/g, '')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...attributes), value, ([at, length], put) => {
        parseItem(VALID.slice(0, at) + put + VALID.slice(at + length));
      }),
      { numRuns: 300 },
    );
  });
});

const many = (text: string, times: number) => text.repeat(times);

describe('hostile documents are refused, or read with limits, at once', () => {
  it.each([
    ['deep nesting', `${many('<a>', 100_000)}`],
    ['deep nesting that is closed', `${many('<a>', 50_000)}${many('</a>', 50_000)}`],
    ['an attribute of a megabyte', `<qti-assessment-item title="${many('x', 1_000_000)}"/>`],
    ['90,000 attributes', `<a ${Array.from({ length: 90_000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['a name of a megabyte', `<${many('a', 1_000_000)}/>`],
    ['a namespace of a megabyte', `<assessmentItem xmlns="http://www.imsglobal.org/${many('imsqti', 170_000)}"/>`],
    [
      'a schema location of a megabyte',
      `<assessmentItem xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="${many('imsqti ', 140_000)}"/>`,
    ],
    ['an entity of a megabyte', `<a>&${many('a', 1_000_000)};</a>`],
    ['a tag without an end', `<a ${many('b="', 300_000)}`],
    ['a comment without an end', `<!--${many('- ', 500_000)}`],
    ['entities that double', `<!DOCTYPE a [${many('<!ENTITY a "&b;&b;">', 40_000)}]><a>&a;</a>`],
    ['a million empty instructions', `<a>${many('<?a?>', 200_000)}</a>`],
    ['a million line ends', `${many('\n', 1_000_000)}<a`],
  ])('%s', (_, xml) => {
    expect(readByAll(xml, [parseItem, parseManifest, parseResult])).toEqual(['refused', 'refused', 'refused']);
  });
});

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
};
const utf32 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((c) => [0, 0, 0, c.charCodeAt(0)]));
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
const declared = (encoding: string) => VALID.replace('encoding="UTF-8"', `encoding="${encoding}"`);

describe('encodings', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(VALID)],
    ['UTF-16 with a byte order mark, little endian', utf16(`\uFEFF${declared('UTF-16')}`, false)],
    ['UTF-16 with a byte order mark, big endian', utf16(`\uFEFF${declared('utf-16')}`, true)],
    ['UTF-16 that says which', utf16(`\uFEFF${declared('UTF-16LE')}`, false)],
  ])('%s is read', (_, bytes) => {
    const result = parseItem(bytes);
    expect(result).toMatchObject({ status: 'ok', item: { identifier: 'item-1' } });
    expect(kindOf(bytes).kind).toBe('item');
  });

  it.each([
    ['UTF-16 without a byte order mark', utf16(VALID, false), 'UTF-16 without a byte order mark'],
    ['the same in big endian', utf16(VALID, true), 'UTF-16 without a byte order mark'],
    ['UTF-32', utf32(VALID), 'UTF-32'],
    ['UTF-32 with a byte order mark', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0), 'UTF-32'],
    ['Latin-1', latin1(VALID.replace('A title', 'Ä title')), 'not valid UTF-8'],
    ['Latin-1 that says so', latin1(declared('ISO-8859-1')), 'encoding "ISO-8859-1" is not accepted'],
    ['UTF-8 that says it is UTF-16', latin1(declared('UTF-16')), 'encoding "UTF-16" is not accepted'],
    ['UTF-16 that says it is UTF-8', utf16(`\uFEFF${VALID}`, false), 'and it is in UTF-16'],
    ['half a character of UTF-16', utf16(`\uFEFF${declared('UTF-16')}`, false).subarray(0, 101), 'not valid UTF-16'],
    ['UTF-7', latin1(declared('UTF-7')), 'encoding "UTF-7" is not accepted'],
  ])('%s is refused', (_, bytes, text) => {
    expect(parseItem(bytes)).toMatchObject({ status: 'refused', messages: [{ text: expect.stringContaining(text) }] });
  });
});
