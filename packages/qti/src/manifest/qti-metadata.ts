import { childElements, ownText, type XmlElement } from '../xml/tree.ts';
import { nameIn } from './namespaces.ts';

/**
 * QTI's own metadata of an item (QTI 3.0 Metadata, class QTIMetadata). null is not said. Interactions are named as the
 * document names them, such as `choiceInteraction`.
 */
export interface QtiMetadata {
  readonly itemTemplate: boolean | null;
  readonly timeDependent: boolean | null;
  readonly composite: boolean | null;
  readonly interactionTypes: readonly string[];
  readonly feedbackType: 'adaptive' | 'nonadaptive' | 'none' | null;
  readonly scoringModes: readonly string[];
  readonly solutionAvailable: boolean | null;
  readonly toolName: string | null;
  readonly toolVersion: string | null;
  readonly toolVendor: string | null;
}

const FEEDBACK = ['adaptive', 'nonadaptive', 'none'] as const;
const FIELDS = new Set(
  'itemTemplate timeDependent composite interactionType feedbackType scoringMode solutionAvailable toolName toolVersion toolVendor'.split(
    ' ',
  ),
);

/**
 * Reads QTI's metadata, which stands beside LOM or, as some tools have it, inside.
 *
 * @param read gets the elements that have been read; what is of no known name or value stays for the caller to keep.
 */
export function readQtiMetadata(metadata: XmlElement, read: Set<XmlElement>): QtiMetadata | null {
  const beside = childElements(metadata);
  const inside = beside.filter((element) => nameIn('lom', element) === 'lom').flatMap(childElements);
  const found = [...beside, ...inside].filter((element) => nameIn('qti-metadata', element) === 'qtiMetadata');
  if (found.length === 0) return null;
  const fields = found
    .flatMap(childElements)
    .filter((element) => nameIn('qti-metadata', element) !== undefined && FIELDS.has(element.local));
  const take = (name: string, accepts: (text: string) => boolean = (text) => text !== ''): string[] =>
    fields.flatMap((element) => {
      const text = ownText(element).trim();
      if (element.local !== name || !accepts(text)) return [];
      read.add(element);
      return [text];
    });
  const flag = (name: string): boolean | null => {
    const [text] = take(name, (value) => /^(?:true|false|1|0)$/.test(value));
    return text === undefined ? null : text === 'true' || text === '1';
  };
  const first = (name: string): string | null => take(name)[0] ?? null;
  const [feedback] = take('feedbackType', (text) => FEEDBACK.some((word) => word === text));
  const result: QtiMetadata = {
    itemTemplate: flag('itemTemplate'),
    timeDependent: flag('timeDependent'),
    composite: flag('composite'),
    interactionTypes: take('interactionType'),
    feedbackType: FEEDBACK.find((word) => word === feedback) ?? null,
    scoringModes: take('scoringMode'),
    solutionAvailable: flag('solutionAvailable'),
    toolName: first('toolName'),
    toolVersion: first('toolVersion'),
    toolVendor: first('toolVendor'),
  };
  for (const element of found) if (childElements(element).every((child) => read.has(child))) read.add(element);
  return result;
}
