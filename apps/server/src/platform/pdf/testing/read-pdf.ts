import { inflateSync } from 'node:zlib';

/** The parts of a PDF file that the tests look at. Reads the files that the renderer writes, not any PDF. */
export interface PdfFile {
  readonly text: string;
  readonly object: (id: string) => string;
  readonly stream: (id: string) => string;
}

/** @throws {RangeError} when the file has no such object. */
export function readPdf(bytes: Buffer): PdfFile {
  const text = bytes.toString('latin1');
  const startOf = (id: string): number => {
    const start = text.search(new RegExp(`(^|\n)${id} 0 obj\n`, 'u'));
    if (start < 0) throw new RangeError(`The PDF has no object ${id}.`);
    return start;
  };
  return {
    text,
    object: (id) => text.slice(startOf(id), text.indexOf('endobj', startOf(id))),
    stream: (id) => {
      const head = startOf(id);
      const start = text.indexOf('stream\n', head) + 'stream\n'.length;
      const raw = bytes.subarray(start, text.indexOf('\nendstream', start));
      return text.slice(head, start).includes('/FlateDecode')
        ? inflateSync(raw).toString('latin1')
        : raw.toString('latin1');
    },
  };
}

/** The one group of a pattern that has to be there. */
export function mustMatch(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new RangeError(`No ${pattern} in ${text.slice(0, 200)}`);
  return found;
}

/** What PDF/UA-1 (ISO 14289-1) and a reader ask of a file. */
export function inspect(bytes: Buffer) {
  const { text } = readPdf(bytes);
  const metadata = text.slice(text.indexOf('<?xpacket begin'), text.indexOf('<?xpacket end'));
  const xml = Buffer.from(metadata, 'latin1').toString('utf8');
  const structure: Record<string, number> = {};
  for (const [, tag = ''] of text.matchAll(/\/Type \/StructElem\n\s*\/S \/(\w+)/gu)) {
    structure[tag] = (structure[tag] ?? 0) + 1;
  }
  return {
    header: text.slice(0, 8),
    tagged: /\/MarkInfo <<\s*\/Marked true/u.test(text) && text.includes('/Type /StructTreeRoot'),
    language: mustMatch(text, /\/Lang \(([^)]*)\)/u),
    title: mustMatch(xml, /<dc:title>.*?<rdf:li[^>]*>([^<]*)</u),
    created: mustMatch(xml, /<xmp:CreateDate>([^<]*)</u),
    pdfUaPart: mustMatch(xml, /<pdfuaid:part>([^<]*)</u),
    pages: Number(mustMatch(text, /\/Type \/Pages\n\s*\/Count (\d+)/u)),
    structure,
  };
}
