import { readPdfAttachments } from '@testamur/credentials';
import { expect, test } from 'vitest';
import { createPdfRenderer } from './index.ts';
import { examples } from './testing/examples.ts';
import { inspect } from './testing/read-pdf.ts';

const renderer = createPdfRenderer();
const { document: _, ...credential } = examples.certificate.credential;

const render = (document?: string) =>
  renderer.render('certificate', {
    ...examples.certificate,
    credential: { ...credential, ...(document === undefined ? {} : { document }) },
  });

test('a certificate carries its credential byte for byte, whatever characters it has', async () => {
  const document = '{"name":"Zoe\u0308 \u202e\u{1F469}\u200D 王","note":"#panic(\\"no\\") \u2028"}';
  const read = await readPdfAttachments(await render(document));
  expect(read.ok && read.attachments).toEqual([
    { name: 'credential.json', mediaType: 'application/vc+ld+json', bytes: new Uint8Array(Buffer.from(document)) },
  ]);
});

test('the credential takes no place on the page, and the file stays PDF/UA', async () => {
  const [bare, carrying] = [await render(), await render('{}')];
  expect(inspect(carrying)).toEqual(inspect(bare));
  expect(inspect(carrying)).toMatchObject({ pages: 1, tagged: true, pdfUaPart: '1' });
  const read = await readPdfAttachments(bare);
  expect(read).toEqual({ ok: true, attachments: [] });
});
