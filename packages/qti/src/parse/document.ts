import type { QtiVersion } from '../model/item.ts';
import type { Message } from '../model/message.ts';
import type { ReadResult } from '../model/report.ts';
import { upgrade } from '../upgrade/upgrade.ts';
import { readXml, type XmlLimits } from '../xml/read.ts';
import type { XmlElement } from '../xml/tree.ts';
import { QTI, qtiName } from './namespace.ts';
import { catchRefusal, Report } from './report.ts';

/** What became of a document, and the version of QTI that it was written in: null where it was refused before that is known. */
export type DocumentResult<Name extends string, T> = ReadResult<Name, T> & { readonly version: QtiVersion | null };

/** What became of a document, before it has the name of what was read. */
type Outcome<T> =
  | { readonly status: 'ok'; readonly content: T; readonly messages: readonly []; readonly version: QtiVersion }
  | {
      readonly status: 'loss';
      readonly content: T;
      readonly messages: readonly Message[];
      readonly version: QtiVersion;
    }
  | { readonly status: 'refused'; readonly messages: readonly [Message]; readonly version: QtiVersion | null };

/**
 * Reads a document of QTI of any version, from its text to what `read` makes of its root, which is in the names of QTI 3.
 *
 * @param root the name of its root in QTI 3.
 */
export function readDocument<T>(
  xml: string | Uint8Array,
  limits: XmlLimits,
  root: string,
  read: (root: XmlElement, report: Report) => T,
): Outcome<T> {
  let version: QtiVersion | null = null;
  const result = catchRefusal(() => {
    const document = readXml(xml, limits);
    const report = new Report(document.locate);
    const upgraded = upgrade(document.root, report);
    const { local, uri } = upgraded.root;
    if (qtiName(upgraded.root) !== root) {
      report.refuse(upgraded.root, `the root must be <${root} xmlns="${QTI}">; this one is <${local}> of "${uri}"`);
    }
    version = upgraded.version;
    return { version: upgraded.version, content: read(upgraded.root, report), messages: report.messages };
  });
  if ('status' in result) return { ...result, version };
  const { content, messages } = result;
  if (messages.length === 0) return { status: 'ok', content, messages: [], version: result.version };
  return { status: 'loss', content, messages, version: result.version };
}
