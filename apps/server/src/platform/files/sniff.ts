import { fileTypeFromBuffer } from 'file-type';

const ALLOWED = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type AllowedType = (typeof ALLOWED)[number];

export type Sniffed =
  | { readonly ok: true; readonly type: AllowedType; readonly bytes: number }
  | { readonly ok: false; readonly reason: 'empty' | 'too-large' | 'unknown-type' }
  | { readonly ok: false; readonly reason: 'type-not-allowed'; readonly type: string };

/**
 * What an uploaded file is. Its content decides; its name and the type that the browser claims are not asked.
 * It says nothing of what the file does when opened: viruses and active content of PDFs are not looked for.
 */
export async function sniff(content: Uint8Array, options: { readonly maxBytes: number }): Promise<Sniffed> {
  const bytes = content.byteLength;
  if (bytes === 0) return { ok: false, reason: 'empty' };
  if (bytes > options.maxBytes) return { ok: false, reason: 'too-large' };
  const found = await fileTypeFromBuffer(content);
  if (found === undefined) return { ok: false, reason: 'unknown-type' };
  const type = ALLOWED.find((allowed) => allowed === found.mime);
  return type === undefined ? { ok: false, reason: 'type-not-allowed', type: found.mime } : { ok: true, type, bytes };
}
