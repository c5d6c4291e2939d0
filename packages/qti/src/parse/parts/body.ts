import type { ContentNode } from '../../model/content.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes, readClasses } from '../content/body-attributes.ts';
import { readContent } from '../content/read-content.ts';
import { flow } from '../content/scope.ts';
import { bodyReaders } from '../interactions/readers.ts';
import type { ItemScope } from './item-scope.ts';
import { readRubricBlock } from './rubric-block.ts';
import { staticReaders } from './static-readers.ts';
import { wrap } from './wrap.ts';

/** The content of a body, and the classes of the body itself. */
export interface Body {
  readonly content: readonly ContentNode[];
  readonly classes: readonly string[];
}

/** Reads qti-item-body (ASI information model, class ItemBody) with its interactions. */
export function readBody(element: XmlElement, scope: ItemScope): Body {
  return readWhole(element, scope, bodyReaders(scope));
}

/** Reads qti-stimulus-body (class StimulusBody), which holds no interactions. */
export function readStimulusBody(element: XmlElement, scope: ItemScope): Body {
  return readWhole(element, scope, {
    ...staticReaders(scope),
    'qti-rubric-block': { display: 'block', read: (child) => [readRubricBlock(child, scope)] },
  });
}

function readWhole(element: XmlElement, scope: ItemScope, readers: ReturnType<typeof staticReaders>): Body {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const classes = readClasses(attributes, report);
  const rest = readBodyAttributes(attributes, {}, report);
  return { classes, content: wrap(readContent(element, flow(report, readers)), rest, 'div') };
}
