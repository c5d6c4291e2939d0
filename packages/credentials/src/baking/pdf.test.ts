import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Embedded, pdfOf, pdfStream, pdfWith } from '../../test/pdf.ts';
import { readPdfAttachments } from '../index.ts';

const CATALOG = '<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a)2 0 R]>>>>>>';
const SPECIFICATION = '<</Type/Filespec/F(a.json)/UF(a.json)/EF<</F 3 0 R>>>>';
const file = (stream: string | Uint8Array, ...more: readonly (string | Uint8Array)[]) =>
  pdfOf([CATALOG, SPECIFICATION, stream, ...more]);

describe('reading the files in a PDF', () => {
  it('finds each once, with name, type and content, however the PDF is written', async () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'é', '-', '王'), minLength: 1, maxLength: 9 });
    const embedded = fc.tuple(name, fc.uint8Array({ maxLength: 400 }), fc.constantFrom('text/plain', 'application/vc'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(embedded, { selector: ([given]) => given, maxLength: 4 }),
        fc.boolean(),
        async (files, useObjectStreams) => {
          const read = await readPdfAttachments(await pdfWith(files, { useObjectStreams }));
          const found = read.ok ? read.attachments : [];
          const sorted = (list: readonly Embedded[]) => list.toSorted(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted(found.map(({ name: one, bytes, mediaType = '' }) => [one, bytes, mediaType]))).toEqual(
            sorted(files),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads names as they are written: escaped, in octal, in hexadecimal, nested', async () => {
    const names = ['(a\\(b\\)\\134\\n)', '(a(b)\\103)', '<6162 6>', '<FEFF738B>'];
    for (const [index, expected] of ['a(b)\\\n', 'a(b)C', 'ab`', '王'].entries()) {
      const specification = SPECIFICATION.replace('/UF(a.json)', `/UF${names[index]}`);
      const read = await readPdfAttachments(pdfOf([CATALOG, specification, pdfStream('{}')]));
      expect(read.ok && read.attachments[0]?.name).toBe(expected);
    }
  });

  it('takes the newest of an object that was changed', async () => {
    const first = file(pdfStream('old'));
    const offset = first.length;
    const start = Buffer.from(first).toString('latin1').lastIndexOf('xref\n0');
    const change = Buffer.concat([Buffer.from('3 0 obj\n'), pdfStream('new'), Buffer.from('\nendobj\n')]);
    const xref = `xref\n3 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<</Root 1 0 R/Prev ${start}>>\n`;
    const end = `${xref}startxref\n${offset + change.length}\n%%EOF`;
    const read = await readPdfAttachments(Buffer.concat([first, change, Buffer.from(end)]));
    expect(read.ok && read.attachments.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['new']);
  });

  it('reads lengths and filters that stand in other objects, and rows that are predicted', async () => {
    const rows = Uint8Array.of(2, 104, 101, 2, 4, 7); // "he", then 4 and 7 above them
    const entries = '/Filter 4 0 R/DecodeParms[<</Predictor 15/Columns 2>>]';
    const stream = Buffer.from(
      pdfStream(deflateSync(rows), entries)
        .toString('latin1')
        .replace(/\/Length \d+/, '/Length 5 0 R'),
      'latin1',
    );
    const read = await readPdfAttachments(file(stream, '[/FlateDecode]', String(deflateSync(rows).length)));
    expect(read.ok && Buffer.from(read.attachments[0]?.bytes ?? []).toString()).toBe('hell');
  });

  const packed = (bytes: number) => pdfStream(deflateSync(Buffer.alloc(bytes)), '/Filter/FlateDecode');
  const twice = pdfStream(deflateSync(deflateSync(Buffer.alloc(200_000_000))), '/Filter[/FlateDecode/FlateDecode]');
  const specifications = Array.from({ length: 65 }, (_, index) => `(${index})2 0 R`).join('');

  it.each([
    ['an encrypted PDF', pdfOf([CATALOG], '/Encrypt<</Filter/Standard>>'), 'encrypted'],
    ['a file that unpacks without end', file(packed(40_000_000)), 'too-large'],
    ['one packed twice', file(twice), 'too-large'],
    [
      'too many files',
      pdfOf([CATALOG.replace('(a)2 0 R', specifications.repeat(2)), SPECIFICATION, pdfStream('')]),
      'too-large',
    ],
    ['more than 10 MB', new Uint8Array(10_500_000), 'too-large'],
    ['another way of packing', file(pdfStream('x', '/Filter/LZWDecode')), 'damaged'],
    ['a wrong length', file(pdfStream('{}', '', 1)), 'damaged'],
    ['a circle of references', pdfOf([CATALOG, '2 0 R']), 'damaged'],
    ['a circle in the tree of names', pdfOf(['<</Names<</EmbeddedFiles 2 0 R>>>>', '<</Kids[2 0 R]>>']), 'damaged'],
    ['objects nested without end', pdfOf([CATALOG, '['.repeat(10_000)]), 'damaged'],
    ['an open text', pdfOf([CATALOG, '(']), 'damaged'],
    [
      'a list of objects that lies',
      Buffer.from(
        Buffer.from(file(pdfStream('{}')))
          .toString('latin1')
          .replace('00000 n', '00000 f'),
        'latin1',
      ),
      undefined,
    ],
    ['no end', file(pdfStream('{}')).subarray(0, -10), 'damaged'],
    [
      'a list of a billion objects',
      Buffer.from(
        '%PDF-1.7\n1 0 obj\n<</Type/XRef/W[0 0 0]/Index[0 999999999]/Length 1>>\nstream\nx\nendstream\nstartxref\n9\n%%EOF',
      ),
      'too-large',
    ],
    ['a list that is its own predecessor', pdfOf([CATALOG], `/Prev ${9 + 8 + CATALOG.length + 8}`), undefined],
  ])('%s is refused or shows no file', async (_, bytes, reason) => {
    const read = await readPdfAttachments(bytes);
    expect(read).toMatchObject(reason === undefined ? { ok: true, attachments: [] } : { ok: false, reason });
  });

  it('never throws, whatever is cut or changed', async () => {
    const whole = await pdfWith([['a.json', '{}']]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 6 }), fc.nat(6), async (at, put, gone) => {
        const bytes = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + gone)]);
        expect(await readPdfAttachments(bytes)).toHaveProperty('ok');
      }),
      { numRuns: 300 },
    );
  });
});
