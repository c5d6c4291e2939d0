import { describe, expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const GIF = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64');
const ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>');

const MAX = 1000;

describe('allowed are', () => {
  test.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['image/jpeg', JPEG],
  ])('%s', async (type, content) => {
    expect(await sniff(content, { maxBytes: MAX })).toEqual({ ok: true, type, bytes: content.byteLength });
  });
});

describe('refused is', () => {
  test.each([
    ['a picture of another kind', GIF, { ok: false, reason: 'type-not-allowed', type: 'image/gif' }],
    [
      'an archive, a document of an office program for one',
      ZIP,
      { ok: false, reason: 'type-not-allowed', type: 'application/zip' },
    ],
    [
      'a vector picture, which may hold scripts',
      SVG,
      { ok: false, reason: 'type-not-allowed', type: 'application/xml' },
    ],
    ['a web page', HTML, { ok: false, reason: 'unknown-type' }],
    ['an empty file', Buffer.alloc(0), { ok: false, reason: 'empty' }],
    ['a web page that ends like a PDF', Buffer.concat([HTML, PDF]), { ok: false, reason: 'unknown-type' }],
  ])('%s', async (_what, content, expected) => {
    expect(await sniff(content, { maxBytes: MAX })).toEqual(expected);
  });

  test('a file of more bytes than allowed, and not one of exactly as many', async () => {
    expect(await sniff(PNG, { maxBytes: PNG.byteLength })).toMatchObject({ ok: true });
    expect(await sniff(PNG, { maxBytes: PNG.byteLength - 1 })).toEqual({ ok: false, reason: 'too-large' });
  });
});
