import type { InteractionNode } from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { QtiReader, QtiReaders } from '../content/scope.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { readRubricBlock } from '../parts/rubric-block.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { readCustomInteraction, readPortableCustomInteraction } from './custom.ts';
import { readGapMatchInteraction } from './gap-match.ts';
import {
  readGraphicAssociateInteraction,
  readGraphicGapMatchInteraction,
  readGraphicOrderInteraction,
  readHotspotInteraction,
  readSelectPointInteraction,
} from './graphic.ts';
import { readHottextInteraction } from './hottext.ts';
import {
  readDrawingInteraction,
  readEndAttemptInteraction,
  readMediaInteraction,
  readSliderInteraction,
  readUploadInteraction,
} from './other.ts';
import { readPositionObjectStage, refuseLonePositionObject } from './position-object.ts';
import {
  readAssociateInteraction,
  readChoiceInteraction,
  readInlineChoiceInteraction,
  readMatchInteraction,
  readOrderInteraction,
} from './simple.ts';
import { readExtendedTextInteraction, readTextEntryInteraction } from './text.ts';

/** The elements of QTI that stand in an item body: interactions, rubric blocks, feedback, template content. */
export function bodyReaders(item: ItemScope): QtiReaders {
  const place =
    (display: 'inline' | 'block') =>
    (read: (element: XmlElement, scope: ItemScope) => InteractionNode): QtiReader => {
      return { display, read: (element) => [read(element, item)] };
    };
  const block = place('block');
  const inline = place('inline');
  return {
    ...staticReaders(item),
    'qti-rubric-block': { display: 'block', read: (element) => [readRubricBlock(element, item)] },
    'qti-position-object-stage': { display: 'block', read: (element) => readPositionObjectStage(element, item) },
    'qti-position-object-interaction': block(refuseLonePositionObject),
    'qti-associate-interaction': block(readAssociateInteraction),
    'qti-choice-interaction': block(readChoiceInteraction),
    'qti-custom-interaction': block(readCustomInteraction),
    'qti-drawing-interaction': block(readDrawingInteraction),
    'qti-end-attempt-interaction': inline(readEndAttemptInteraction),
    'qti-extended-text-interaction': block(readExtendedTextInteraction),
    'qti-gap-match-interaction': block(readGapMatchInteraction),
    'qti-graphic-associate-interaction': block(readGraphicAssociateInteraction),
    'qti-graphic-gap-match-interaction': block(readGraphicGapMatchInteraction),
    'qti-graphic-order-interaction': block(readGraphicOrderInteraction),
    'qti-hotspot-interaction': block(readHotspotInteraction),
    'qti-hottext-interaction': block(readHottextInteraction),
    'qti-inline-choice-interaction': inline(readInlineChoiceInteraction),
    'qti-match-interaction': block(readMatchInteraction),
    'qti-media-interaction': block(readMediaInteraction),
    'qti-order-interaction': block(readOrderInteraction),
    'qti-portable-custom-interaction': block(readPortableCustomInteraction),
    'qti-select-point-interaction': block(readSelectPointInteraction),
    'qti-slider-interaction': block(readSliderInteraction),
    'qti-text-entry-interaction': inline(readTextEntryInteraction),
    'qti-upload-interaction': block(readUploadInteraction),
  };
}
