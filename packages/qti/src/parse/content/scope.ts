import type { ContentNode } from '../../model/content.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Report } from '../report.ts';

/** Reads one element of QTI itself where it may stand; nothing when it is left out. `display`: among blocks, or in a line. */
export interface QtiReader {
  readonly display: 'inline' | 'block';
  readonly read: (element: XmlElement, scope: ContentScope) => readonly ContentNode[];
}

/** Readers by the names of their elements. */
export type QtiReaders = Readonly<Record<string, QtiReader>>;

/**
 * Where content stands.
 *
 * - `readers`: the elements of QTI that it may hold.
 * - `holds`: free content with blocks, in a line, or none of its own but `parts`.
 * - `inLine`: whether it stands in a line of text itself, so that blank text at its ends is the space between words.
 */
export interface ContentScope {
  readonly report: Report;
  readonly readers: QtiReaders;
  readonly holds: 'flow' | 'phrasing' | 'none';
  readonly parts: readonly string[];
  readonly inLine: boolean;
}

/** A place for free content with blocks. */
export function flow(report: Report, readers: QtiReaders): ContentScope {
  return { report, readers, holds: 'flow', parts: [], inLine: false };
}

/** A place in a line of text. */
export function phrasing(report: Report, readers: QtiReaders): ContentScope {
  return { report, readers, holds: 'phrasing', parts: [], inLine: true };
}
