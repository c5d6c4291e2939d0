import type { Message } from '../model/message.ts';
import type { DocumentResult } from '../parse/document.ts';
import type { XmlLimits } from '../xml/read.ts';
import type { FoundDocument } from './find-documents.ts';
import { type Locate, locator, START } from './locate.ts';
import { folderOf, resolvePath } from './path.ts';
import type { PackageDocument } from './report.ts';

/** A document that has been read, while its references are still being looked at; `content` null when it was refused. */
export interface OpenDocument<T> {
  readonly found: FoundDocument;
  readonly content: T | null;
  readonly version: PackageDocument['version'];
  readonly messages: Message[];
  readonly locate: Locate;
}

/** Reads a document by its kind's reader; one without bytes is refused for the reason that is known. */
export function openDocument<R extends DocumentResult<string, unknown>, T>(
  found: FoundDocument,
  limits: XmlLimits,
  parse: (xml: Uint8Array, limits: XmlLimits) => R,
  take: (result: R) => T | null,
): OpenDocument<T> {
  if (found.bytes === null) {
    const text = `the manifest lists this ${found.kind}, and its file cannot be read: ${found.problem}`;
    return { found, content: null, version: null, messages: [{ ...START, text }], locate: () => START };
  }
  const result = parse(found.bytes, limits);
  return {
    found,
    content: take(result),
    version: result.version,
    messages: [...result.messages],
    locate: locator(found.bytes, limits),
  };
}

const MAX_MESSAGES = 200;

/** Adds a message, at the place where the document holds the value; at its beginning without one. */
export function note(document: OpenDocument<unknown>, value: string | null, text: string): void {
  const { messages, locate } = document;
  if (messages.length > MAX_MESSAGES) return;
  const full = messages.length === MAX_MESSAGES;
  const place = value === null || full ? START : locate(value);
  messages.push({ ...place, text: full ? 'there is more to say; the rest is not listed' : text });
}

/** The document without what it holds, for the report. */
export function summary(document: OpenDocument<{ readonly identifier: string }>): PackageDocument {
  const { found, content, version, messages } = document;
  const status = content === null ? 'refused' : messages.length === 0 ? 'ok' : 'loss';
  const { file, resource } = found;
  const known = { file, identifier: content?.identifier ?? null, version, status, messages } as const;
  return resource === undefined ? known : { ...known, resource };
}

/**
 * The files that addresses in a document mean, each once; addresses that lead nowhere are noted.
 *
 * @param what what is referred to, for messages.
 * @param exists whether a path is of that kind.
 */
export function filesOf(
  document: OpenDocument<unknown>,
  addresses: readonly string[],
  what: string,
  exists: (path: string) => boolean,
): string[] {
  const folder = folderOf(document.found.file);
  const files = new Set<string>();
  for (const address of new Set(addresses)) {
    const target = resolvePath(folder, address);
    const shown = JSON.stringify(address.slice(0, 120));
    if (target.kind === 'bad')
      note(document, address, `${shown} does not lead to ${what} of the package: ${target.text}`);
    if (target.kind !== 'inside') continue;
    if (exists(target.path)) files.add(target.path);
    else note(document, address, `${shown} leads to "${target.path}", which is not ${what} of the package; put it in`);
  }
  return [...files];
}
