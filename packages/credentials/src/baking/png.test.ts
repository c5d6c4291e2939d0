import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngChunk, pngWith } from '../../test/png.ts';
import { issueSample } from '../../test/sample.ts';
import { bakePng, readBakedPng } from '../index.ts';

const json = JSON.stringify(await issueSample());
const token = 'eyJhbGciOiJFZERTQSJ9.e30.c2ln';
const blank = pngWith();
const itxt = (text: string | Uint8Array, keyword = 'openbadgecredential', head = '\0\0\0\0\0') =>
  pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}${head}`, 'latin1'), Buffer.from(text)]));

describe('baking into PNG (Open Badges 3.0, 5.3.1)', () => {
  it.each([json, token, JSON.stringify({ name: 'Zoë \u2028 \u{1f393}' })])('gives back what was baked (%#)', (text) => {
    expect(readBakedPng(bakePng(blank, text))).toEqual({ ok: true, text });
  });

  it('writes one uncompressed iTXt chunk behind the header, and nothing else', () => {
    expect(bakePng(blank, token)).toEqual(pngWith(itxt(token)));
  });

  it('puts a second credential in the place of the first only when told to', () => {
    const baked = bakePng(blank, token);
    expect(() => bakePng(baked, json)).toThrow(/holds a credential already/);
    expect(bakePng(baked, json, { replace: true })).toEqual(bakePng(blank, json));
  });

  it.each(['credential', '[]', '"text"', '', `{"a":"${'x'.repeat(1_000_000)}"}`])(
    'does not bake what is no credential (%#)',
    (text) => {
      expect(() => bakePng(blank, text)).toThrow(RangeError);
    },
  );

  it('does not bake into what is no whole PNG', () => {
    for (const bytes of [new Uint8Array(), blank.subarray(0, -4), Buffer.from('<svg/>')]) {
      expect(() => bakePng(bytes, token)).toThrow(/whole PNG/);
    }
  });
});

describe('reading a baked PNG', () => {
  const packed = deflateSync(json);
  const bomb = deflateSync(Buffer.alloc(50_000_000));

  it.each([
    ['a compressed iTXt', itxt(packed, undefined, '\0\x01\0en\0badge\0')],
    ['a zTXt', pngChunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), packed]))],
  ])('takes %s, too', (_, chunk) => {
    const read = readBakedPng(pngWith(chunk));
    expect(read.ok && JSON.parse(read.text)).toEqual(JSON.parse(json));
  });

  it.each([
    ['two credentials', pngWith(itxt(json), itxt(json)), 'several-credentials'],
    [
      'two in chunks of two kinds',
      pngWith(itxt(json), pngChunk('tEXt', `openbadgecredential\0${token}`)),
      'several-credentials',
    ],
    ['a broken check sum', pngWith(pngChunk('iTXt', `openbadgecredential\0\0\0\0\0${token}`, 7)), 'damaged'],
    ['a bomb', pngWith(itxt(bomb, undefined, '\0\x01\0\0\0')), 'too-large'],
    [
      'a bomb in a zTXt',
      pngWith(pngChunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), bomb]))),
      'too-large',
    ],
    ['a long text', pngWith(itxt('x'.repeat(1_000_001))), 'too-large'],
    ['bytes that are no UTF-8', pngWith(itxt(Uint8Array.of(0xff))), 'damaged'],
    ['an iTXt without its parts', pngWith(pngChunk('iTXt', 'openbadgecredential\0\0\0')), 'damaged'],
    ['an Open Badges 2.0 badge', pngWith(itxt('https://example.org/1', 'openbadges')), 'open-badges-2'],
    ['another text only', pngWith(itxt('Ana', 'Author')), 'no-credential'],
    ['no end', bakePng(blank, json).subarray(0, -12), 'damaged'],
    ['more than 10 MB', pngWith(pngChunk('tEXt', Buffer.alloc(10_600_000))), 'too-large'],
  ])('refuses a picture with %s', (_, png, reason) => {
    expect(readBakedPng(png)).toMatchObject({ ok: false, reason });
  });

  it('never throws, and never reads another text than was baked, whatever byte is changed', () => {
    const baked = bakePng(blank, token);
    fc.assert(
      fc.property(fc.nat(baked.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Uint8Array.from(baked, (byte, index) => (index === at ? byte ^ change : byte));
        const read = readBakedPng(altered);
        expect(read.ok ? read.text : token).toBe(token);
      }),
    );
  });
});
