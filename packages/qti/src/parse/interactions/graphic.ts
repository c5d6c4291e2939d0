import type { MediaObject } from '../../model/content.ts';
import type {
  GraphicAssociateInteraction,
  GraphicGapMatchInteraction,
  GraphicOrderInteraction,
  HotspotInteraction,
  SelectPointInteraction,
} from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readMedia } from '../content/media.ts';
import { qtiName } from '../namespace.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { readBase } from './base.ts';
import { readBounds, readOrderBounds } from './bounds.ts';
import { readGapChoice } from './gap-match.ts';
import { readHotspot } from './hotspots.ts';
import { Identifiers } from './identifiers.ts';
import { type InteractionParts, only, partsOf } from './parts-of.ts';

/** The parts of a graphic interaction (ASI information model, class GraphicInteraction). */
export interface GraphicParts extends InteractionParts {
  readonly image: MediaObject;
}

/** Reads prompt and image; without an image there is nothing to work on, and the item is refused. */
export function graphicParts(element: XmlElement, scope: ItemScope): GraphicParts {
  const { prompt, others } = partsOf(element, scope);
  return { prompt, ...imageOf(element, others, scope) };
}

/** The image among the elements, and the others. */
export function imageOf(element: XmlElement, among: readonly XmlElement[], { report }: ItemScope) {
  const { found, used } = readMedia(element, among, report);
  if (found === null) return report.refuse(element, `<${element.local}> needs an <img>, <picture> or <object>`);
  if (found.kind !== 'image') report.lose(element, `<${element.local}> needs a picture; its medium is none`);
  return { image: found, others: among.filter((child) => !used.has(child)) };
}

function hotspotsOf(
  element: XmlElement,
  others: readonly XmlElement[],
  kind: 'choice' | 'associable',
  image: MediaObject,
  scope: ItemScope,
) {
  const name = kind === 'choice' ? 'qti-hotspot-choice' : 'qti-associable-hotspot';
  const identifiers = new Identifiers(scope.report);
  const elements = only(element, others, [name], scope);
  if (elements.length === 0) scope.report.refuse(element, `<${element.local}> needs at least one <${name}>`);
  return { identifiers, hotspots: elements.flatMap((child) => readHotspot(child, kind, image, identifiers, scope)) };
}

/** Reads qti-hotspot-interaction (class HotspotInteraction). */
export function readHotspotInteraction(element: XmlElement, scope: ItemScope): HotspotInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  const { hotspots } = hotspotsOf(element, others, 'choice', image, scope);
  const { min, max } = readBounds(attributes, 'choices', 1, hotspots.length, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['identifier'] }, scope);
  return { ...base, interaction: 'hotspot', prompt, image, minChoices: min, maxChoices: max, hotspots };
}

/** Reads qti-graphic-order-interaction (class GraphicOrderInteraction). */
export function readGraphicOrderInteraction(element: XmlElement, scope: ItemScope): GraphicOrderInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  const { hotspots } = hotspotsOf(element, others, 'choice', image, scope);
  const bounds = readOrderBounds(attributes, hotspots.length, scope);
  const base = readBase(attributes, { cardinalities: ['ordered'], baseTypes: ['identifier'] }, scope);
  return { ...base, interaction: 'graphic-order', prompt, image, ...bounds, hotspots };
}

/** Reads qti-graphic-associate-interaction (class GraphicAssociateInteraction). */
export function readGraphicAssociateInteraction(element: XmlElement, scope: ItemScope): GraphicAssociateInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  const { hotspots } = hotspotsOf(element, others, 'associable', image, scope);
  const associations = readBounds(attributes, 'associations', 1, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['pair'] }, scope);
  return { ...base, interaction: 'graphic-associate', prompt, image, associations, hotspots };
}

/** Reads qti-graphic-gap-match-interaction (class GraphicGapMatchInteraction). */
export function readGraphicGapMatchInteraction(element: XmlElement, scope: ItemScope): GraphicGapMatchInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, image, others } = graphicParts(element, scope);
  const isFiller = (child: XmlElement) => ['qti-gap-img', 'qti-gap-text'].includes(qtiName(child) ?? '');
  const fillers = new Identifiers(report);
  const choices = others.filter(isFiller).map((child) => readGapChoice(child, fillers, scope));
  if (choices.length === 0) report.refuse(element, `<${element.local}> needs a <qti-gap-img> or <qti-gap-text>`);
  const rest = others.filter((child) => !isFiller(child));
  const { hotspots, identifiers } = hotspotsOf(element, rest, 'associable', image, scope);
  fillers.reportShared(identifiers, element);
  const associations = readBounds(attributes, 'associations', 1, Number.POSITIVE_INFINITY, scope);
  // The specification says multiple; a single pair is as clear.
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['directedPair'] }, scope);
  return { ...base, interaction: 'graphic-gap-match', prompt, image, associations, choices, hotspots };
}

/** Reads qti-select-point-interaction (class SelectPointInteraction). */
export function readSelectPointInteraction(element: XmlElement, scope: ItemScope): SelectPointInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  only(element, others, [], scope);
  const { min, max } = readBounds(attributes, 'choices', 0, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['point'] }, scope);
  return { ...base, interaction: 'select-point', prompt, image, minChoices: min, maxChoices: max };
}
