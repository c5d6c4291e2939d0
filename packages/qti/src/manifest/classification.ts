import type { Report } from '../parse/report.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';
import { nameIn } from './namespaces.ts';

/** One reading of an IEEE LOM classification: its purpose, the taxonomy's name and the entry of the last taxon. */
export interface Classification {
  readonly purpose: string;
  readonly source: string;
  readonly entry: string;
}

/** The sources of taxonomies that are read, by purpose; the objective's may be any. */
const SOURCES: Readonly<Record<string, string | null>> = {
  discipline: 'Testamur topic',
  'skill level': 'Testamur cognitive level',
  'educational objective': null,
};

/**
 * Reads those LOM classifications of a resource that items are filed by; all others are for the caller to keep.
 *
 * @param read gets the elements that have been read.
 */
export function readClassifications(metadata: XmlElement, read: Set<XmlElement>, report: Report): Classification[] {
  const classifications = childElements(metadata)
    .filter((lom) => nameIn('lom', lom) === 'lom')
    .flatMap((lom) => childElements(lom).filter((element) => nameIn('lom', element) === 'classification'));
  return classifications.flatMap((element) => {
    const found = readClassification(element, report);
    if (found === undefined) return [];
    read.add(element);
    return [found];
  });
}

function readClassification(element: XmlElement, report: Report): Classification | undefined {
  const purpose = textAt(element, 'purpose', 'value');
  const source = textAt(element, 'taxonPath', 'source');
  const taxon = at(at(element, 'taxonPath'), 'taxon', 'last');
  const entry = textOf(at(taxon, 'entry')) || textOf(at(taxon, 'id'));
  const wanted = Object.hasOwn(SOURCES, purpose) ? SOURCES[purpose] : undefined;
  if (wanted === undefined || (wanted !== null && wanted !== source)) return undefined;
  if (entry !== '') return { purpose, source, entry };
  report.lose(element, `the classification "${purpose}" needs a taxon with an entry; it is not used`);
  return undefined;
}

function textAt(element: XmlElement, first: string, second: string): string {
  return textOf(at(at(element, first), second));
}

function at(element: XmlElement | undefined, name: string, which: 'first' | 'last' = 'first'): XmlElement | undefined {
  if (element === undefined) return undefined;
  return childElements(element)
    .filter((child) => nameIn('lom', child) === name)
    .at(which === 'first' ? 0 : -1);
}

/** The text of an element that LOM writes either directly or in a <string> (LOM 1.0) or <langstring> (IMS 1.2). */
function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return ownText(at(element, 'string') ?? at(element, 'langstring') ?? element).trim();
}
