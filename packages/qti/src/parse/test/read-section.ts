import type { ItemRef, Section, SectionPart, SectionRef } from '../../model/test.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { packageFile } from '../content/urls.ts';
import { requireNumber } from '../declarations/mapping.ts';
import { qtiName } from '../namespace.ts';
import { readRubricBlock } from '../parts/rubric-block.ts';
import { Parts } from '../parts-of-element.ts';
import { FLOW_CHILDREN, readFlow, readTemplateDefault, type TestScope, takeIdentifier } from './test-scope.ts';

const SECTION_PARTS = ['qti-assessment-section', 'qti-assessment-section-ref', 'qti-assessment-item-ref'];

/** Reads qti-assessment-section (class AssessmentSection). */
export function readSection(element: XmlElement, scope: TestScope): Section {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const identifier = takeIdentifier(attributes, scope);
  const head = {
    type: 'section' as const,
    identifier,
    title: attributes.take('title') ?? identifier,
    visible: attributes.boolean('visible', true),
    keepTogether: attributes.boolean('keep-together', true),
    required: attributes.boolean('required', false),
    fixed: attributes.boolean('fixed', false),
  };
  attributes.finish();
  const own = ['qti-selection', 'qti-ordering', 'qti-rubric-block'];
  const parts = new Parts(element, [...FLOW_CHILDREN, ...own, ...SECTION_PARTS], report);
  const flow = readFlow(parts, scope);
  const children = childElements(element).flatMap((child) => readSectionPart(child, scope));
  const section = {
    ...head,
    ...flow,
    selection: readSelection(parts.only('qti-selection'), children.length, scope),
    shuffle: readShuffle(parts.only('qti-ordering'), scope),
    rubrics: parts.all('qti-rubric-block').map((rubric) => readRubricBlock(rubric, scope.content)),
    children,
  };
  scope.places.set(section, element);
  return section;
}

/** Reads a part of a section, or of a test part; nothing for an element that is none. */
export function readSectionPart(element: XmlElement, scope: TestScope): SectionPart[] {
  switch (qtiName(element)) {
    case 'qti-assessment-section':
      return [readSection(element, scope)];
    case 'qti-assessment-section-ref':
      return readSectionRef(element, scope);
    case 'qti-assessment-item-ref':
      return readItemRef(element, scope);
    default:
      return [];
  }
}

function readSelection(element: XmlElement | undefined, children: number, { report }: TestScope): Section['selection'] {
  if (element === undefined) return null;
  const attributes = new Attributes(element, report);
  const select = attributes.has('select')
    ? attributes.count('select', 0)
    : report.refuse(element, '<qti-selection> needs the attribute select');
  const withReplacement = attributes.boolean('with-replacement', false);
  attributes.finish();
  if (withReplacement || select <= children) return { select, withReplacement };
  report.lose(element, `select="${select}" is more than the ${children} parts of the section; all are taken`);
  return { select: children, withReplacement };
}

function readShuffle(element: XmlElement | undefined, { report }: TestScope): boolean {
  if (element === undefined) return false;
  const attributes = new Attributes(element, report);
  const shuffle = attributes.boolean('shuffle', false);
  attributes.finish();
  return shuffle;
}

/** Reads qti-assessment-section-ref (class AssessmentSectionRef). */
function readSectionRef(element: XmlElement, scope: TestScope): SectionRef[] {
  const attributes = new Attributes(element, scope.report);
  // The section in the file has the same identifier, so it is not used twice.
  const identifier = takeIdentifier(attributes, scope);
  const href = takeHref(attributes, scope);
  attributes.finish();
  return href === null ? [] : [{ type: 'section-ref', identifier, href }];
}

/** Reads qti-assessment-item-ref (class AssessmentItemRef). */
function readItemRef(element: XmlElement, scope: TestScope): ItemRef[] {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const identifier = takeIdentifier(attributes, scope);
  const href = takeHref(attributes, scope);
  const head = {
    categories: attributes.tokens('category'),
    required: attributes.boolean('required', false),
    fixed: attributes.boolean('fixed', false),
  };
  attributes.finish();
  const own = ['qti-variable-mapping', 'qti-weight', 'qti-template-default'];
  const parts = new Parts(element, [...FLOW_CHILDREN, ...own], report);
  const flow = readFlow(parts, scope);
  const variableMappings = parts.all('qti-variable-mapping').map((child) => {
    const mapping = new Attributes(child, report);
    const source = mapping.identifier('source-identifier');
    const target = mapping.identifier('target-identifier');
    mapping.finish();
    return { source, target };
  });
  const weights = parts.all('qti-weight').map((child) => {
    const weight = new Attributes(child, report);
    const read = { identifier: weight.identifier('identifier'), value: requireNumber(weight, 'value', report) };
    weight.finish();
    return read;
  });
  const templateDefaults = parts.all('qti-template-default').flatMap((child) => readTemplateDefault(child, scope));
  if (href === null) return [];
  const ref: ItemRef = {
    type: 'item-ref',
    identifier,
    href,
    ...head,
    ...flow,
    variableMappings,
    weights,
    templateDefaults,
  };
  scope.places.set(ref, element);
  return [ref];
}

function takeHref(attributes: Attributes, { report }: TestScope): string | null {
  const href = attributes.require('href').trim();
  const verdict = packageFile(href);
  if (verdict === true) return href;
  report.lose(attributes.element, `href="${href.slice(0, 60)}" of <${attributes.element.local}> ${verdict}; left out`);
  return null;
}
