import type { Report } from '../parse/report.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';

/** The namespaces under which QTI packages carry IEEE LOM. */
const LOM = [
  'http://ltsc.ieee.org/xsd/LOM',
  'http://ltsc.ieee.org/xsd/imsmd_v1p3',
  'http://www.imsglobal.org/xsd/imsmd_v1p2',
];

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

/** Reads the LOM classifications of a resource's metadata; whatever else is in there is reported. */
export function readClassifications(metadata: XmlElement, report: Report): Classification[] {
  return childElements(metadata).flatMap((lom) => {
    if (lomName(lom) !== 'lom') return lose(lom, report);
    return childElements(lom).flatMap((element) => {
      if (lomName(element) !== 'classification') return lose(element, report);
      return readClassification(element, report);
    });
  });
}

function readClassification(element: XmlElement, report: Report): Classification[] {
  const purpose = textAt(element, 'purpose', 'value');
  const source = textAt(element, 'taxonPath', 'source');
  const taxon = at(at(element, 'taxonPath'), 'taxon', 'last');
  const entry = textOf(at(taxon, 'entry')) || textOf(at(taxon, 'id'));
  if (purpose === '' || entry === '') {
    report.lose(element, 'a <classification> needs a purpose and a taxon with an entry; left out');
    return [];
  }
  const wanted = Object.hasOwn(SOURCES, purpose) ? SOURCES[purpose] : undefined;
  if (wanted === undefined || (wanted !== null && wanted !== source)) {
    report.lose(element, `the classification "${purpose}" by "${source}" is not used; left out`);
    return [];
  }
  return [{ purpose, source, entry }];
}

function textAt(element: XmlElement, first: string, second: string): string {
  return textOf(at(at(element, first), second));
}

function at(element: XmlElement | undefined, name: string, which: 'first' | 'last' = 'first'): XmlElement | undefined {
  if (element === undefined) return undefined;
  return childElements(element)
    .filter((child) => lomName(child) === name)
    .at(which === 'first' ? 0 : -1);
}

/** The text of an element that LOM writes either directly or in a <string>. */
function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return ownText(at(element, 'string') ?? element).trim();
}

function lomName(element: XmlElement): string | undefined {
  return LOM.includes(element.uri) ? element.local : undefined;
}

function lose(element: XmlElement, report: Report): Classification[] {
  report.lose(element, `<${element.local}> of a resource's metadata is not supported; left out with its content`);
  return [];
}
