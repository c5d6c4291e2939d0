import { PdfFile } from './file.ts';
import { latin } from './lexer.ts';
import {
  entryOf,
  isDictionary,
  isList,
  isReference,
  nameOf,
  type PdfDictionary,
  PdfRefusal,
  type PdfValue,
  stringOf,
} from './value.ts';

/** A file that is embedded in a PDF. */
export interface PdfAttachment {
  readonly name: string;
  /** As the PDF says; nothing checks it against the content. */
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** The embedded files, or why the PDF cannot be read, in a sentence for a person. */
export type PdfAttachments =
  | { readonly ok: true; readonly attachments: readonly PdfAttachment[] }
  | { readonly ok: false; readonly reason: PdfRefusal['reason']; readonly message: string };

const MAXIMUM_BYTES = 10 * 1024 * 1024;
const MAXIMUM_ATTACHMENTS = 64;
const MAXIMUM_DEPTH = 16;

/** A text string (ISO 32000-2, 7.9.2.2); what is no Unicode is read as Latin-1. */
function textOf(value: PdfValue): string | undefined {
  const bytes = stringOf(value);
  if (bytes === undefined) {
    return undefined;
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return bytes[0] === 0xef && bytes[1] === 0xbb ? new TextDecoder().decode(bytes) : latin(bytes);
}

/** The file specifications of the name tree and of the catalog's associated files. */
function specifications(file: PdfFile): readonly PdfValue[] {
  const found: PdfValue[] = [];
  const walk = (node: PdfValue, depth: number): void => {
    if (depth > MAXIMUM_DEPTH) throw new PdfRefusal('damaged', 'This PDF is damaged: its files are nested too deep.');
    const names = file.entry(node, 'Names');
    if (isList(names)) found.push(...names.filter((_, index) => index % 2 === 1));
    const kids = file.entry(node, 'Kids');
    for (const kid of isList(kids) ? kids : []) {
      if (found.length > MAXIMUM_ATTACHMENTS) break;
      walk(kid, depth + 1);
    }
  };
  walk(file.entry(file.entry(file.catalog, 'Names'), 'EmbeddedFiles'), 0);
  const associated = file.entry(file.catalog, 'AF');
  found.push(...(isList(associated) ? associated : [associated]));
  if (found.length > 2 * MAXIMUM_ATTACHMENTS) {
    throw new PdfRefusal('too-large', `This PDF has more than ${MAXIMUM_ATTACHMENTS} files in it.`);
  }
  return found;
}

/** The stream of a specification; by its object number the same file is known again. */
function streamOf(file: PdfFile, specification: PdfValue): { stream: PdfDictionary; number: number } | undefined {
  const files = file.entry(specification, 'EF');
  const [reference] = ['UF', 'F'].map((name) => entryOf(files, name)).filter(isReference);
  const stream = reference === undefined ? null : file.resolve(reference);
  return reference !== undefined && isDictionary(stream) ? { stream, number: reference.number } : undefined;
}

function readAll(bytes: Uint8Array): readonly PdfAttachment[] {
  const file = new PdfFile(bytes);
  const attachments = new Map<number, PdfAttachment>();
  for (const specification of specifications(file)) {
    const found = streamOf(file, specification);
    if (found === undefined || attachments.has(found.number)) continue;
    const [name = 'unnamed'] = ['UF', 'F']
      .map((entry) => textOf(file.entry(specification, entry)))
      .filter((text) => text !== undefined);
    const mediaType = nameOf(file.entry(found.stream, 'Subtype'));
    const content = Uint8Array.from(file.streamBytes(found.stream));
    attachments.set(found.number, {
      name: name.slice(0, 200),
      ...(mediaType === undefined ? {} : { mediaType }),
      bytes: content,
    });
  }
  return [...attachments.values()];
}

/**
 * Reads the files that are embedded in a PDF: those of the name tree and the associated files of the document, each
 * once. Nothing else of the PDF is read.
 *
 * @param bytes of unknown origin; at most 10 MiB. No more than 32 MiB are unpacked, 64 files read.
 * @see ISO 32000-2, 7.11.4 (embedded file streams) and 14.13 (associated files).
 */
export async function readPdfAttachments(bytes: Uint8Array): Promise<PdfAttachments> {
  if (bytes.length > MAXIMUM_BYTES) {
    return { ok: false, reason: 'too-large', message: 'This PDF is larger than 10 MB, which no certificate is.' };
  }
  try {
    return { ok: true, attachments: readAll(bytes) };
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    return { ok: false, reason: error.reason, message: error.message };
  }
}
