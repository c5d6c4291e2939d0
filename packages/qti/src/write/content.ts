import type {
  ConditionalNode,
  ContentNode,
  ElementNode,
  GapNode,
  HottextNode,
  PrintedVariableNode,
  RubricNode,
} from '../model/content.ts';
import { interactionPart } from './interactions/interaction.ts';
import { part, unless, type XmlPart } from './xml.ts';

const NAMESPACES = {
  html: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
} as const;

type Namespace = keyof typeof NAMESPACES;

/** HTML that stands on lines of its own: a reader takes white space around it for layout. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 ' +
    'h6 header hr li nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Writes content (QTI 3.0 ASI information model, the classes of the item body). */
export function contentParts(nodes: readonly ContentNode[], within: Namespace = 'html'): (XmlPart | string)[] {
  return onSharedStages(nodes.flatMap((node) => nodePart(node, within)));
}

/** Neighbors that are placed on equal stages share one, as they did where they were read from. */
function onSharedStages(parts: readonly (XmlPart | string)[]): (XmlPart | string)[] {
  const merged: (XmlPart | string)[] = [];
  for (const next of parts) {
    const last = merged.at(-1);
    const shared =
      isStage(last) && isStage(next) && JSON.stringify(last.children[0]) === JSON.stringify(next.children[0]);
    if (shared) merged.splice(-1, 1, { ...last, children: [...last.children, ...next.children.slice(1)] });
    else merged.push(next);
  }
  return merged;
}

function isStage(written: XmlPart | string | undefined): written is XmlPart {
  return typeof written === 'object' && written.name === 'qti-position-object-stage';
}

/** The content in a qti-content-body, as rubric blocks and block feedback hold it. */
export function contentBody(nodes: readonly ContentNode[]): XmlPart {
  return part('qti-content-body', {}, contentParts(nodes));
}

function nodePart(node: ContentNode, within: Namespace): (XmlPart | string)[] {
  switch (node.type) {
    case 'text':
      return node.text === '' ? [] : [node.text];
    case 'element':
      return [elementPart(node, within)];
    case 'interaction':
      return [interactionPart(node)];
    case 'rubric':
      return [rubricPart(node)];
    case 'feedback':
    case 'template':
      return [conditionalPart(node)];
    case 'printed-variable':
      return [printedVariablePart(node)];
    case 'hottext':
      return [hottextPart(node)];
    case 'gap':
      return [gapPart(node)];
  }
}

function elementPart({ namespace, name, attributes, children }: ElementNode, within: Namespace): XmlPart {
  const { lang, ...rest } = attributes;
  const written = {
    xmlns: namespace === within ? null : NAMESPACES[namespace],
    'xmlns:xlink': 'xlink:href' in rest ? 'http://www.w3.org/1999/xlink' : null,
    ...rest,
    'xml:lang': lang,
  };
  const layout = namespace === 'html' && BLOCKS.has(name) ? 'block' : 'inline';
  return part(name, written, contentParts(children, namespace), layout);
}

/** Writes qti-rubric-block (QTI 3.0 ASI information model, class RubricBlock). */
export function rubricPart({ id, use, view, classes, catalogIdref, content }: RubricNode): XmlPart {
  const attributes = { id, use, view, class: classes, 'data-catalog-idref': catalogIdref };
  return part('qti-rubric-block', attributes, [contentBody(content)]);
}

function conditionalPart(node: ConditionalNode): XmlPart {
  const { type, display, variable, identifier, showHide, id, classes, content } = node;
  const named = type === 'feedback' ? 'outcome-identifier' : 'template-identifier';
  const attributes = { [named]: variable, identifier, 'show-hide': showHide, id, class: classes };
  if (display === 'block') return part(`qti-${type}-block`, attributes, [contentBody(content)]);
  return part(`qti-${type}-inline`, attributes, contentParts(content), 'inline');
}

function printedVariablePart(node: PrintedVariableNode): XmlPart {
  const reference = (value: PrintedVariableNode['index']) => (typeof value === 'object' ? value?.variable : value);
  const attributes = {
    identifier: node.identifier,
    format: node.format,
    'power-form': unless(node.powerForm, false),
    base: unless(reference(node.base), 10),
    index: reference(node.index),
    delimiter: node.delimiter,
    field: node.field,
    'mapping-indicator': node.mappingIndicator,
    class: node.classes,
  };
  return part('qti-printed-variable', attributes, [], 'inline');
}

function hottextPart({ identifier, templateVariable, showHide, content }: HottextNode): XmlPart {
  const attributes = { identifier, ...shownBy(templateVariable, showHide) };
  return part('qti-hottext', attributes, contentParts(content), 'inline');
}

function gapPart({ identifier, classes, matchGroup, required, templateVariable, showHide }: GapNode): XmlPart {
  const attributes = {
    identifier,
    class: classes,
    'match-group': matchGroup,
    required: unless(required, false),
    ...shownBy(templateVariable, showHide),
  };
  return part('qti-gap', attributes, [], 'inline');
}

/** The attributes of what a template variable shows or hides. */
export function shownBy(templateVariable: string | null, showHide: 'show' | 'hide') {
  return { 'template-identifier': templateVariable, 'show-hide': unless(showHide, 'show') };
}
