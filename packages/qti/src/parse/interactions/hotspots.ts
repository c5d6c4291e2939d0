import type { MediaObject } from '../../model/content.ts';
import type { Hotspot } from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { AREA_IN_WORDS, readArea } from '../area.ts';
import { Attributes } from '../attributes.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { takeBody } from '../parts/take-body.ts';
import { readConditions, readMatchLimits } from './choices.ts';
import type { Identifiers } from './identifiers.ts';

/**
 * Reads qti-hotspot-choice or qti-associable-hotspot (ASI information model, classes HotspotChoice, AssociableHotspot).
 * Coordinates in percent become pixels of the image; where its size is not declared, the hotspot is left out.
 */
export function readHotspot(
  element: XmlElement,
  kind: 'choice' | 'associable',
  image: MediaObject,
  identifiers: Identifiers,
  scope: ItemScope,
): Hotspot[] {
  const { report } = scope;
  const attributes = new Attributes(inPixels(element, image, scope), report);
  const identifier = identifiers.take(attributes);
  const coords = element.attributes.find(({ name }) => name === 'coords')?.value ?? '';
  const area = readArea(attributes);
  const words = attributes.take('hotspot-label') ?? null;
  const conditions = readConditions(attributes, scope);
  const none = { matchMin: 0, matchMax: 1, matchGroup: [] };
  const limits = kind === 'associable' ? readMatchLimits(attributes, scope) : none;
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const { 'aria-label': spoken, ...others } = rest;
  if (id !== null || catalogIdref !== null || Object.keys(others).length > 0) {
    report.lose(element, `a <${element.local}> keeps none of id, class, lang, dir, data-… and aria-…; left out`);
  }
  if (area === undefined) {
    const given = `coords="${coords.slice(0, 60)}" of the hotspot "${identifier}"`;
    if (!coords.includes('%')) report.refuse(element, `${given} make no area; ${AREA_IN_WORDS}`);
    report.lose(
      element,
      `${given} are in percent of an image without width and height; write pixels; the hotspot is left out`,
    );
    return [];
  }
  return [{ identifier, area, label: words ?? spoken ?? null, ...conditions, ...limits }];
}

/** The element with coordinates in pixels; a percentage of a radius is of the shorter side, as in HTML. */
function inPixels(element: XmlElement, { width, height }: MediaObject, { report }: ItemScope): XmlElement {
  const given = element.attributes.find(({ name }) => name === 'coords')?.value ?? '';
  if (!given.includes('%') || width === null || height === null) return element;
  const isCircle = element.attributes.some(({ name, value }) => name === 'shape' && value === 'circle');
  const sides = [width, height, isCircle ? Math.min(width, height) : width, height];
  const words = given.split(',').map((word, index) => {
    const part = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(word)?.[1];
    const side = index < 4 ? sides[index] : sides[index % 2];
    return part === undefined || side === undefined ? word : String(Math.round((Number(part) * side) / 100));
  });
  const value = words.join(',');
  report.lose(element, `coords="${given.slice(0, 60)}" are in percent; read as the pixels ${value.slice(0, 60)}`);
  const attributes = element.attributes.map((one) => (one.name === 'coords' ? { ...one, value } : one));
  return { ...element, attributes };
}
