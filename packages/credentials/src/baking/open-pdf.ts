import { type OpenedCredential, openText, refuseFile } from './open-text.ts';
import { MAXIMUM_TEXT_BYTES } from './payload.ts';
import { type PdfAttachment, readPdfAttachments } from './pdf/attachments.ts';

const CREDENTIAL_TYPE = /^application\/(vc|vc\+.+|dc\+sd-jwt)$/;
const TEXT_TYPE = /^(application\/(.+\+)?json|application\/jwt|text\/plain|application\/octet-stream)$/;
const TEXT_NAME = /\.(json|jsonld|jwt|jws|sd-jwt)$/i;

/** By its type a file says that it is a credential; where none does, JSON and tokens may be one. */
function candidatesOf(attachments: readonly PdfAttachment[]): readonly PdfAttachment[] {
  const typed = attachments.filter(({ mediaType = '' }) => CREDENTIAL_TYPE.test(mediaType));
  return typed.length > 0
    ? typed
    : attachments.filter(({ name, mediaType }) => TEXT_NAME.test(name) && TEXT_TYPE.test(mediaType ?? 'text/plain'));
}

const named = (attachments: readonly PdfAttachment[]): string =>
  attachments
    .slice(0, 3)
    .map(({ name }) => `"${name}"`)
    .join(', ');

function noCredential(attachments: readonly PdfAttachment[]): OpenedCredential {
  return refuseFile(
    'no-credential',
    attachments.length === 0
      ? 'This PDF carries no credential: it may have been printed or scanned. Use the certificate as it was downloaded.'
      : `This PDF carries no credential, only other files (${named(attachments)}).`,
  );
}

/** Opens the one credential that is embedded in a PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedCredential> {
  const read = await readPdfAttachments(bytes);
  if (!read.ok) {
    return refuseFile(read.reason, read.message);
  }
  const candidates = candidatesOf(read.attachments);
  const [attachment] = candidates;
  if (attachment === undefined) {
    return noCredential(read.attachments);
  }
  if (candidates.length > 1) {
    const names = named(candidates);
    return refuseFile('several-credentials', `This PDF carries two credentials or more (${names}), and must hold one.`);
  }
  if (attachment.bytes.length > MAXIMUM_TEXT_BYTES) {
    return refuseFile('too-large', `"${attachment.name}" in this PDF is longer than a million bytes.`);
  }
  try {
    return openText(new TextDecoder('utf-8', { fatal: true }).decode(attachment.bytes), 'pdf');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuseFile('not-text', `"${attachment.name}" in this PDF is no text in UTF-8.`);
  }
}
