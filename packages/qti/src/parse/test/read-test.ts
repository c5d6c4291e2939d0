import type { OutcomeRule } from '../../model/processing.ts';
import type { AssessmentTest, Section, SectionRef, TestPart } from '../../model/test.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readLanguage } from '../content/body-attributes.ts';
import { readTestFeedback } from '../parts/feedback.ts';
import { itemScope } from '../parts/item-scope.ts';
import { readStylesheet } from '../parts/references.ts';
import { readRubricBlock } from '../parts/rubric-block.ts';
import { Parts } from '../parts-of-element.ts';
import type { Report } from '../report.ts';
import { readOutcomeRules } from '../rules/read-rules.ts';
import type { Places } from '../rules/rule-reader.ts';
import { readTitle } from '../title.ts';
import { Unsupported } from '../unsupported.ts';
import { readVariables } from '../variables.ts';
import { checkTest } from './check-test.ts';
import { readSectionPart } from './read-section.ts';
import { FLOW_CHILDREN, readFlow, readTimeLimits, type TestScope, takeIdentifier } from './test-scope.ts';

const CHILDREN = [
  'qti-context-declaration',
  'qti-outcome-declaration',
  'qti-time-limits',
  'qti-stylesheet',
  'qti-rubric-block',
  'qti-test-part',
  'qti-outcome-processing',
  'qti-test-feedback',
];

/** Reads qti-assessment-test (class AssessmentTest), in the names of QTI 3. */
export function readTest(root: XmlElement, report: Report): AssessmentTest {
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  if (identifier === '') report.refuse(root, 'the identifier of the test is empty; give it one');
  const head = {
    identifier,
    title: readTitle(attributes, identifier, report),
    language: readLanguage(attributes, report),
    toolName: attributes.take('tool-name') ?? null,
    toolVersion: attributes.take('tool-version') ?? null,
  };
  attributes.finish();
  const parts = new Parts(root, CHILDREN, report);
  const elements = { contexts: parts.all('qti-context-declaration'), outcomes: parts.all('qti-outcome-declaration') };
  const { contexts, outcomes } = readVariables({ ...elements, responses: [], templates: [] }, report);
  const content = itemScope(report, { contexts, outcomes });
  const scope: TestScope = { report, content, places: new WeakMap(), identifiers: new Set() };
  const limits = parts.only('qti-time-limits');
  const processing = parts.only('qti-outcome-processing');
  const test: AssessmentTest = {
    ...head,
    contexts,
    outcomes,
    timeLimits: limits === undefined ? null : readTimeLimits(limits, report),
    stylesheets: parts.all('qti-stylesheet').flatMap((element) => readStylesheet(element, report) ?? []),
    rubrics: parts.all('qti-rubric-block').map((element) => readRubricBlock(element, content)),
    parts: parts.all('qti-test-part').map((element) => readPart(element, scope)),
    outcomeProcessing: processing === undefined ? [] : readOutcomeProcessing(processing, scope.places, report),
    feedback: parts.all('qti-test-feedback').map((element) => readTestFeedback(element, content)),
  };
  if (test.parts.length === 0) report.refuse(root, 'a test needs a <qti-test-part>');
  return checkTest(test, (node) => scope.places.get(node) ?? root, report);
}

/** Reads qti-test-part (class TestPart). */
function readPart(element: XmlElement, scope: TestScope): TestPart {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const head = {
    identifier: takeIdentifier(attributes, scope),
    title: attributes.take('title') ?? null,
    navigationMode: attributes.requireOneOf('navigation-mode', ['linear', 'nonlinear']),
    submissionMode: attributes.requireOneOf('submission-mode', ['individual', 'simultaneous']),
  };
  attributes.finish();
  const own = ['qti-rubric-block', 'qti-assessment-section', 'qti-assessment-section-ref', 'qti-test-feedback'];
  const parts = new Parts(element, [...FLOW_CHILDREN, ...own], report);
  const part: TestPart = {
    ...head,
    ...readFlow(parts, scope),
    rubrics: parts.all('qti-rubric-block').map((rubric) => readRubricBlock(rubric, scope.content)),
    sections: childElements(element)
      .flatMap((child) => readSectionPart(child, scope))
      .filter((child): child is Section | SectionRef => child.type !== 'item-ref'),
    feedback: parts.all('qti-test-feedback').map((feedback) => readTestFeedback(feedback, scope.content)),
  };
  scope.places.set(part, element);
  return part;
}

function readOutcomeProcessing(element: XmlElement, places: Places, report: Report): OutcomeRule[] {
  new Attributes(element, report).finish();
  try {
    return readOutcomeRules(childElements(element), report, places);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    report.lose(error.element, `outcome processing cannot be run and is left out: ${error.message}`);
    return [];
  }
}
