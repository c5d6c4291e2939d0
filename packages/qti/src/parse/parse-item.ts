import type { AssessmentItem } from '../model/item.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '../xml/read.ts';
import { type DocumentResult, readDocument } from './document.ts';
import { readItem } from './read-item.ts';

/** What became of an item. */
export type ItemResult = DocumentResult<'item', AssessmentItem>;

/**
 * Reads an assessment item (QTI 3.0 ASI information model, class AssessmentItem) of QTI 3.0, 2.2, 2.1 or 2.0.
 *
 * The content is sanitized on the way: what comes out holds allow-listed markup only, as data. Publish an item of status
 * `loss` only after a person has read the messages.
 *
 * @param xml the document as text, or as bytes.
 * @param limits bytes, depth and nodes that the document may have; 1 MiB, 100 and 50,000 by default.
 */
export function parseItem(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): ItemResult {
  const read = readDocument(xml, limits, 'qti-assessment-item', readItem);
  if (read.status === 'refused') return read;
  const { status, content: item, version, messages } = read;
  return status === 'ok' ? { status, item, version, messages: [] } : { status, item, version, messages };
}
