import { openPdf } from './open-pdf.ts';
import { type OpenedCredential, openText, refuseFile } from './open-text.ts';
import { MAXIMUM_PICTURE_BYTES, MAXIMUM_TEXT_BYTES } from './payload.ts';
import { latin } from './pdf/lexer.ts';
import { isPng, readBakedPng } from './png.ts';
import { readBakedSvg } from './svg.ts';

export type { Carrier, OpenedCredential, OpenProblem } from './open-text.ts';

const USE = 'Use the credential as JSON or a token, a PNG or SVG badge, or the PDF certificate.';

const PICTURE = 'which carries no credential';
const WEB_PAGE = /^\s*<(?:!doctype html|html)/i;

/** Files that people have at hand and that hold no credential, by what stands at which place (one character a byte). */
const STRANGERS: readonly (readonly [at: number, mark: string, what: string])[] = [
  [0, '\xff\xd8\xff', `a JPEG picture, ${PICTURE}`],
  [0, 'GIF8', `a GIF picture, ${PICTURE}`],
  [8, 'WEBP', `a WebP picture, ${PICTURE}`],
  [4, 'ftyp', `a photo or a video, ${PICTURE}`],
  [0, 'PK\x03\x04', 'a ZIP archive or an office document'],
  [0, '\x1f\x8b', 'a compressed file'],
  [0, '\xff\xfe', 'text in UTF-16; save it in UTF-8'],
  [0, '\xfe\xff', 'text in UTF-16; save it in UTF-8'],
];

function strangerIn(head: string): string | undefined {
  const page = WEB_PAGE.test(head) ? 'a web page, not the credential that it shows' : undefined;
  return page ?? STRANGERS.find(([at, mark]) => head.startsWith(mark, at))?.[2];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function openDecoded(text: string, length: number): OpenedCredential {
  if (text.trimStart().startsWith('<')) {
    const baked = readBakedSvg(text);
    return baked.ok ? openText(baked.text, 'svg') : baked;
  }
  return length > MAXIMUM_TEXT_BYTES
    ? refuseFile('too-large', 'This file is longer than a million bytes, which no credential is.')
    : openText(text, 'json');
}

/**
 * Opens a file in which somebody hands over a credential: JSON, a compact JWT or SD-JWT, a baked PNG or SVG, or a PDF
 * in which it is embedded. The content tells what it is, never a name. Nothing is verified.
 *
 * @param bytes of unknown origin: text of at most a million bytes in UTF-8 (a byte order mark is skipped), pictures
 *   and PDFs of at most 10 MiB. More than 32 MiB are never unpacked. Never throws for what is in them.
 * @see Open Badges 3.0, 5 (document formats); Verifiable Credentials Data Model 2.0, 4.13 (enveloped credentials).
 */
export async function openCredentialFile(bytes: Uint8Array): Promise<OpenedCredential> {
  if (bytes.length > MAXIMUM_PICTURE_BYTES) {
    return refuseFile('too-large', `This file is larger than 10 MB, which no credential is. ${USE}`);
  }
  if (isPng(bytes)) {
    const baked = readBakedPng(bytes);
    return baked.ok ? openText(baked.text, 'png') : baked;
  }
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) {
    return openPdf(bytes);
  }
  const stranger = strangerIn(head);
  if (stranger !== undefined) {
    return refuseFile('unknown-file', `This is ${stranger}. ${USE}`);
  }
  const text = decode(bytes);
  return text === undefined
    ? refuseFile('not-text', `This file is neither text in UTF-8 nor a kind that is read here. ${USE}`)
    : openDecoded(text, bytes.length);
}
