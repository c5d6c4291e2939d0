import type { ContentNode, MediaObject } from '../../model/content.ts';
import type { PositionObjectInteraction } from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { qtiName } from '../namespace.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { wrap } from '../parts/wrap.ts';
import { readBase } from './base.ts';
import { readBounds } from './bounds.ts';
import { graphicParts, imageOf } from './graphic.ts';
import { only, partsOf } from './parts-of.ts';

/** Reads qti-position-object-stage (ASI information model, class PositionObjectStage) with its interactions. */
export function readPositionObjectStage(element: XmlElement, scope: ItemScope): readonly ContentNode[] {
  const { report } = scope;
  const attributes = readBodyAttributes(new Attributes(element, report), {}, report);
  const { prompt, others } = partsOf(element, scope);
  const { image: stage, others: rest } = imageOf(element, others, scope);
  const elements = only(element, rest, ['qti-position-object-interaction'], scope);
  if (elements.length === 0) report.refuse(element, `<${element.local}> needs a <qti-position-object-interaction>`);
  const interactions = elements.map((child) => readPositionObject(child, stage, scope));
  return wrap([...prompt, ...interactions], attributes, 'div');
}

/** Reads qti-position-object-interaction (class PositionObjectInteraction). */
function readPositionObject(element: XmlElement, stage: MediaObject, scope: ItemScope): PositionObjectInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  only(element, others, [], scope);
  const centerPoint = readCenter(attributes, scope);
  const { min, max } = readBounds(attributes, 'choices', 1, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['point'] }, scope);
  return {
    ...base,
    interaction: 'position-object',
    prompt,
    image,
    stage,
    minChoices: min,
    maxChoices: max,
    centerPoint,
  };
}

function readCenter(attributes: Attributes, { report }: ItemScope): readonly [number, number] | null {
  const value = attributes.take('center-point')?.trim();
  if (value === undefined) return null;
  const found = /^(\d{1,6})[\s,]+(\d{1,6})$/.exec(value);
  if (found !== null) return [Number(found[1]), Number(found[2])];
  const given = JSON.stringify(value.slice(0, 60));
  report.lose(attributes.element, `center-point=${given} must be two whole numbers, as "15 20"; left out`);
  return null;
}

/** A position object interaction that stands alone has nothing to place its object on. */
export function refuseLonePositionObject(element: XmlElement, scope: ItemScope): never {
  return scope.report.refuse(
    element,
    `<${qtiName(element)}> must stand inside a <qti-position-object-stage>, after the image of the stage`,
  );
}
