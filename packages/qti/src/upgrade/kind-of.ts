import type { QtiVersion } from '../model/item.ts';
import { type DocumentKind, ROOTS, versionIn } from './detect.ts';

/** What a document seems to be; both undefined for anything but QTI. */
export interface DocumentClue {
  readonly kind: DocumentKind | undefined;
  readonly version: QtiVersion | undefined;
}

const HEAD_CHARACTERS = 65_536;

/**
 * What kind of document this is, by its first tag alone: cheap, and no promise that it can be read. A comment or
 * declaration of more than 64 KiB before the root hides it.
 */
export function kindOf(xml: string | Uint8Array): DocumentClue {
  const root = rootTag(head(xml));
  if (root === undefined) return { kind: undefined, version: undefined };
  const local = root.name.split(':').at(-1) ?? '';
  const kind = Object.hasOwn(ROOTS, local) ? ROOTS[local] : undefined;
  if (kind === undefined) return { kind, version: undefined };
  const prefix = root.name.includes(':') ? `:${root.name.split(':')[0]}` : '';
  const namespace = attributeOf(root.attributes, `xmlns${prefix}`);
  const version = versionIn(namespace) ?? versionIn(attributeOf(root.attributes, '[\\w.-]+:schemaLocation'));
  const isItemLike = kind !== 'manifest' && kind !== 'result';
  return { kind, version: version ?? (isItemLike ? (local.includes('-') ? '3.0' : '2.1') : undefined) };
}

function head(xml: string | Uint8Array): string {
  if (typeof xml === 'string') return xml.slice(0, HEAD_CHARACTERS);
  const [first, second] = xml;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(xml.subarray(0, HEAD_CHARACTERS * (encoding === 'utf-8' ? 1 : 2)));
}

/** The first tag after declarations, comments and instructions. */
function rootTag(text: string): { readonly name: string; readonly attributes: string } | undefined {
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    if (start < 0) return undefined;
    const close = closeOf(text, start);
    if (close === undefined) {
      const [, name, attributes] =
        /^<([^\s<>/!?=]+)((?:[\s/](?:"[^"]*"|'[^']*'|[^<>"'])*)?)>/.exec(text.slice(start)) ?? [];
      return name === undefined || attributes === undefined ? undefined : { name, attributes };
    }
    const end = text.indexOf(close, start);
    if (end < 0) return undefined;
    at = end + close.length;
  }
}

/** What ends the thing that begins here; undefined for a tag. A document type may hold declarations in brackets. */
function closeOf(text: string, start: number): string | undefined {
  if (text.startsWith('<!--', start)) return '-->';
  if (text.startsWith('<?', start)) return '?>';
  if (!text.startsWith('<!DOCTYPE', start)) return undefined;
  const [bracket, end] = [text.indexOf('[', start), text.indexOf('>', start)];
  return bracket >= 0 && bracket < end ? ']>' : '>';
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2] ?? '';
}
