import { PDFDocument } from '@cantoo/pdf-lib';

/** A file to embed: its name, content and media type. */
export type Embedded = readonly [name: string, content: string | Uint8Array, mediaType?: string];

/** A PDF of one empty page with files in it, written by a library that has nothing to do with ours. */
export async function pdfWith(files: readonly Embedded[], options: { useObjectStreams?: boolean } = {}) {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content, mimeType] of files) {
    await document.attach(Buffer.from(content), name, mimeType === undefined ? {} : { mimeType });
  }
  return document.save(options);
}

/** A PDF written by hand: the bodies are objects 1, 2, …, the first one the catalog. */
export function pdfOf(bodies: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, body] of bodies.entries()) {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n'));
  }
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`;
  parts.push(Buffer.from(`${head}trailer\n<</Size 9/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Uint8Array.from(Buffer.concat(parts));
}

/** The body of a stream object. */
export function pdfStream(content: Uint8Array | string, entries = '', length?: number): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<</Length ${length ?? bytes.length}${entries}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}
