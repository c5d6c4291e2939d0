import type { MediaObject } from '../../model/content.ts';
import type {
  DrawingInteraction,
  GraphicAssociateInteraction,
  GraphicGapMatchInteraction,
  GraphicOrderInteraction,
  Hotspot,
  HotspotInteraction,
  PositionObjectInteraction,
  SelectPointInteraction,
} from '../../model/interaction.ts';
import { shownBy } from '../content.ts';
import { commas } from '../expression.ts';
import { mediaPart } from '../media.ts';
import { part, type XmlPart } from '../xml.ts';
import type { InteractionXml } from './interaction-xml.ts';
import { associationBounds, choiceBounds, gapChoicePart, matching } from './simple.ts';

/** Writes qti-hotspot-interaction (QTI 3.0 ASI information model, class HotspotInteraction). */
export function hotspot(node: HotspotInteraction): InteractionXml {
  return { attributes: choiceBounds(node), children: [mediaPart(node.image), ...node.hotspots.map(hotspotChoice)] };
}

/** Writes qti-graphic-order-interaction (class GraphicOrderInteraction). */
export function graphicOrder(node: GraphicOrderInteraction): InteractionXml {
  const attributes = { 'max-choices': node.maxChoices, 'min-choices': node.minChoices };
  return { attributes, children: [mediaPart(node.image), ...node.hotspots.map(hotspotChoice)] };
}

/** Writes qti-graphic-associate-interaction (class GraphicAssociateInteraction). */
export function graphicAssociate(node: GraphicAssociateInteraction): InteractionXml {
  const children = [mediaPart(node.image), ...node.hotspots.map(associableHotspot)];
  return { attributes: associationBounds(node), children };
}

/** Writes qti-graphic-gap-match-interaction (class GraphicGapMatchInteraction). */
export function graphicGapMatch(node: GraphicGapMatchInteraction): InteractionXml {
  const children = [mediaPart(node.image), ...node.choices.map(gapChoicePart), ...node.hotspots.map(associableHotspot)];
  return { attributes: associationBounds(node), children };
}

/** Writes qti-select-point-interaction (class SelectPointInteraction). */
export function selectPoint(node: SelectPointInteraction): InteractionXml {
  return { attributes: choiceBounds(node), children: [mediaPart(node.image)] };
}

/** Writes qti-position-object-interaction (class PositionObjectInteraction), without its stage. */
export function positionObject(node: PositionObjectInteraction): InteractionXml {
  const attributes = { 'center-point': node.centerPoint, ...choiceBounds(node) };
  return { attributes, children: [mediaPart(node.image)] };
}

/** The stage around interactions that share it (class PositionObjectStage). */
export function positionStage(stage: MediaObject, interactions: readonly XmlPart[]): XmlPart {
  return part('qti-position-object-stage', {}, [mediaPart(stage), ...interactions]);
}

/** Writes qti-drawing-interaction (class DrawingInteraction). */
export function drawing(node: DrawingInteraction): InteractionXml {
  return { attributes: {}, children: [mediaPart(node.image)] };
}

function hotspotChoice(one: Hotspot): XmlPart {
  return part('qti-hotspot-choice', hotspotAttributes(one));
}

function associableHotspot(one: Hotspot): XmlPart {
  return part('qti-associable-hotspot', { ...hotspotAttributes(one), ...matching(one) });
}

function hotspotAttributes({ identifier, area, label, templateVariable, showHide }: Hotspot) {
  return {
    identifier,
    shape: area.shape,
    coords: commas(area.coords) ?? '',
    'hotspot-label': label,
    ...shownBy(templateVariable, showHide),
  };
}
