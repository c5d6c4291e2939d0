import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfWith } from '../../test/pdf.ts';
import { pngChunk, pngWith } from '../../test/png.ts';
import { issueSample, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import { bakePng, bakeSvg, openCredentialFile, verifyCredential } from '../index.ts';

const credential = await issueSample();
const json = JSON.stringify(credential);
const token = 'eyJhbGciOiJFZERTQSJ9.e30.c2ln';
const sdJwt = `${token}~WyJhIl0~`;
const png = pngWith();
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>';
const TYPE = 'application/vc+ld+json';
const bytes = (text: string) => Buffer.from(text);
const envelope = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential' };

const whole = { ok: true, kind: 'data-integrity', credential };
const jwt = { ok: true, kind: 'vc+jwt', token };

const taken = [
  ['JSON', bytes(json), { ...whole, carrier: 'json' }],
  ['JSON behind a byte order mark', bytes(`\ufeff\n${json}\n`), { ...whole, carrier: 'json' }],
  ['a compact JWT', bytes(`${token}\n`), { ...jwt, carrier: 'text' }],
  ['an SD-JWT', bytes(sdJwt), { ok: true, kind: 'sd-jwt', carrier: 'text', token: sdJwt }],
  [
    'an enveloped JWT',
    bytes(JSON.stringify({ ...envelope, id: `data:application/vc+jwt,${token}` })),
    { ...jwt, carrier: 'json' },
  ],
  ['a PNG with JSON', bakePng(png, json), { ...whole, carrier: 'png' }],
  ['a PNG with a JWT', bakePng(png, token), { ...jwt, carrier: 'png' }],
  ['an SVG with JSON', bytes(bakeSvg(svg, json)), { ...whole, carrier: 'svg' }],
  ['an SVG with a JWT', bytes(`\ufeff${bakeSvg(svg, token)}`), { ...jwt, carrier: 'svg' }],
  ['a PDF', await pdfWith([['credential.json', json, TYPE]]), { ...whole, carrier: 'pdf' }],
  ['a PDF with a JWT', await pdfWith([['credential.jwt', token, 'application/vc+jwt']]), { ...jwt, carrier: 'pdf' }],
  [
    'a PDF with other files',
    await pdfWith([
      ['a.json', '{}', 'application/json'],
      ['b', json, TYPE],
    ]),
    { ...whole, carrier: 'pdf' },
  ],
  ['a PDF whose file has no type', await pdfWith([['b.json', json]]), { ...whole, carrier: 'pdf' }],
] as const;

const refused = [
  ['nothing', bytes(' \n'), 'empty', /nothing to read/],
  ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'unknown-file', /JPEG picture/],
  ['a ZIP', Buffer.from('504b0304', 'hex'), 'unknown-file', /ZIP archive/],
  ['a web page', bytes('<!doctype html><title>Credential</title>'), 'unknown-file', /web page/],
  ['UTF-16', Buffer.from(`\ufeff${json}`, 'utf16le'), 'unknown-file', /UTF-8/],
  ['bytes that are no text', Uint8Array.of(0x7b, 0xc3, 0x28), 'not-text', /UTF-8/],
  ['an encrypted token', bytes(`${token}.e30.e30`), 'encrypted', /encrypted token/],
  ['a long text', bytes(`{"a":"${'x'.repeat(1_000_000)}"}`), 'too-large', /million/],
  ['50 MB', new Uint8Array(50_000_000), 'too-large', /larger than 10 MB/],
  ['a repeated member', bytes('{"a":1,"a":2}'), 'repeated-member', /"a" stands twice/],
  ['a repeated member in a PNG', bakePng(png, '{"a":1,"a":2}'), 'repeated-member', /stands twice/],
  ['a list', bytes('[]'), 'not-an-object', /no credential/],
  ['broken JSON', bytes('{"a":'), 'not-json', /not the JSON/],
  ['a picture without one', png, 'no-credential', /no credential in this picture/],
  [
    'a PNG with two',
    pngWith(...[1, 2].map(() => pngChunk('iTXt', `openbadgecredential\0\0\0\0\0${token}`))),
    'several-credentials',
    /two credentials/,
  ],
  ['a bare SVG', bytes(svg), 'no-credential', /no credential in this picture/],
  ['a printed PDF', await pdfWith([]), 'no-credential', /^This PDF carries no credential: it may have been printed/],
  ['a PDF with other files only', await pdfWith([['notes.txt', 'x', 'text/plain']]), 'no-credential', /"notes.txt"/],
  [
    'a PDF with two',
    await pdfWith([
      ['a.json', json, TYPE],
      ['b.json', json, TYPE],
    ]),
    'several-credentials',
    /"a.json", "b.json"/,
  ],
  ['a PDF with bytes', await pdfWith([['a.json', Uint8Array.of(0xff), TYPE]]), 'not-text', /"a.json" in this PDF/],
  ['a PDF with a long text', await pdfWith([['a.json', 'x'.repeat(1_000_001), TYPE]]), 'too-large', /million/],
] as const;

describe('opening a file', () => {
  it.each(taken)('finds the credential in %s', async (_, file, expected) => {
    expect(await openCredentialFile(file)).toEqual(expected);
  });

  it.each(refused)('%s is refused, and told why', async (_, file, reason, message) => {
    expect(await openCredentialFile(file)).toEqual({ ok: false, reason, message: expect.stringMatching(message) });
  });

  it('of a PDF gives what was embedded, and an altered credential does not verify', async () => {
    const at = WITHIN;
    const statusLists = await listsWith();
    const verdicts = [];
    for (const text of [json, json.replace('Academic', 'Academik')]) {
      const opened = await openCredentialFile(await pdfWith([['credential.json', text, TYPE]]));
      const found = opened.ok && opened.kind === 'data-integrity' ? opened.credential : {};
      const { verified, checks } = await verifyCredential({ credential: found, at, statusLists, resolveKey });
      verdicts.push([verified, checks.find((check) => check.result !== 'passed')?.code]);
    }
    expect(verdicts).toEqual([
      [true, undefined],
      [false, 'signature-invalid'],
    ]);
  });

  it('never throws', async () => {
    const start = fc.constantFrom(
      png,
      bytes('%PDF-1.7\n'),
      bytes('<svg '),
      bytes('{"'),
      deflateSync('x'),
      bytes('eyJ'),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array(), async (head, tail) => {
        expect(await openCredentialFile(Buffer.concat([head, tail]))).toHaveProperty('ok');
      }),
    );
  });
});
