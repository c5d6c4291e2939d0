import type {
  AssessmentTest,
  ItemRef,
  ItemSessionControl,
  Section,
  SectionPart,
  TestFeedback,
  TestPart,
  TimeLimits,
} from '../model/test.ts';
import { contentBody, rubricPart } from './content.ts';
import { contextPart, outcomePart } from './declarations.ts';
import { asiRoot, type Written } from './document.ts';
import { expressionPart } from './expression.ts';
import { stylesheetPart } from './item.ts';
import { outcomeProcessingPart } from './rules.ts';
import { type AttributeValue, part, unless, writeXml, type XmlPart } from './xml.ts';

/** Writes a test as a QTI 3.0 document (QTI 3.0 ASI information model, class AssessmentTest); as writeItem. */
export function writeTest(test: AssessmentTest): Written {
  const losses: string[] = [];
  return { xml: writeXml(testRoot(test, losses)), losses };
}

/** The test as the root of its document; what has no form in QTI is added to `losses`. */
export function testRoot(test: AssessmentTest, losses: string[]): XmlPart {
  const attributes = {
    identifier: test.identifier,
    title: test.title,
    'tool-name': test.toolName,
    'tool-version': test.toolVersion,
    'xml:lang': test.language,
  };
  return asiRoot('qti-assessment-test', attributes, [
    ...test.contexts.map((declaration) => contextPart(declaration, losses)),
    ...test.outcomes.map((declaration) => outcomePart(declaration, losses)),
    ...timeLimitsPart(test.timeLimits),
    ...test.stylesheets.map(stylesheetPart),
    ...test.rubrics.map(rubricPart),
    ...test.parts.map(testPartPart),
    ...outcomeProcessingPart(test.outcomeProcessing),
    ...test.feedback.map(feedbackPart),
  ]);
}

/** Writes a section as a document of its own (class AssessmentSection); as writeItem. */
export function writeSection(section: Section): Written {
  return { xml: writeXml(sectionRoot(section)), losses: [] };
}

/** The section as the root of a document of its own. */
export function sectionRoot(section: Section): XmlPart {
  const { attributes, children } = sectionOf(section);
  return asiRoot('qti-assessment-section', attributes, children);
}

function testPartPart(node: TestPart): XmlPart {
  const attributes = {
    identifier: node.identifier,
    title: node.title,
    'navigation-mode': node.navigationMode,
    'submission-mode': node.submissionMode,
  };
  return part('qti-test-part', attributes, [
    ...flowParts(node),
    ...node.rubrics.map(rubricPart),
    ...node.sections.map(sectionPart),
    ...node.feedback.map(feedbackPart),
  ]);
}

function sectionPart(node: SectionPart): XmlPart {
  if (node.type === 'section-ref') {
    return part('qti-assessment-section-ref', { identifier: node.identifier, href: node.href });
  }
  if (node.type === 'item-ref') return itemRefPart(node);
  const { attributes, children } = sectionOf(node);
  return part('qti-assessment-section', attributes, children);
}

function sectionOf(node: Section): { attributes: Record<string, AttributeValue>; children: XmlPart[] } {
  const { selection } = node;
  const attributes = {
    identifier: node.identifier,
    required: unless(node.required, false),
    fixed: unless(node.fixed, false),
    title: node.title,
    visible: node.visible,
    'keep-together': unless(node.keepTogether, true),
  };
  const select = selection && {
    select: selection.select,
    'with-replacement': unless(selection.withReplacement, false),
  };
  const children = [
    ...flowParts(node),
    ...(select === null ? [] : [part('qti-selection', select)]),
    ...(node.shuffle ? [part('qti-ordering', { shuffle: true })] : []),
    ...node.rubrics.map(rubricPart),
    ...node.children.map(sectionPart),
  ];
  return { attributes, children };
}

function itemRefPart(node: ItemRef): XmlPart {
  const attributes = {
    identifier: node.identifier,
    required: unless(node.required, false),
    fixed: unless(node.fixed, false),
    href: node.href,
    category: node.categories,
  };
  return part('qti-assessment-item-ref', attributes, [
    ...flowParts(node),
    ...node.variableMappings.map(({ source, target }) =>
      part('qti-variable-mapping', { 'source-identifier': source, 'target-identifier': target }),
    ),
    ...node.weights.map(({ identifier, value }) => part('qti-weight', { identifier, value })),
    ...node.templateDefaults.map(({ identifier, value }) =>
      part('qti-template-default', { 'template-identifier': identifier }, [expressionPart(value)]),
    ),
  ]);
}

/** What test parts, sections and item references have in common, in the order of the schema. */
function flowParts(node: TestPart | Section | ItemRef): XmlPart[] {
  return [
    ...node.preConditions.map((condition) => part('qti-pre-condition', {}, [expressionPart(condition)])),
    ...node.branchRules.map(({ target, condition }) =>
      part('qti-branch-rule', { target }, [expressionPart(condition)]),
    ),
    ...sessionControlPart(node.itemSessionControl),
    ...timeLimitsPart(node.timeLimits),
  ];
}

function sessionControlPart(control: ItemSessionControl | null): XmlPart[] {
  if (control === null) return [];
  const attributes = {
    'max-attempts': control.maxAttempts,
    'show-feedback': control.showFeedback,
    'allow-review': control.allowReview,
    'show-solution': control.showSolution,
    'allow-comment': control.allowComment,
    'allow-skipping': control.allowSkipping,
    'validate-responses': control.validateResponses,
  };
  return [part('qti-item-session-control', attributes)];
}

function timeLimitsPart(limits: TimeLimits | null): XmlPart[] {
  if (limits === null) return [];
  const attributes = {
    'min-time': limits.minSeconds,
    'max-time': limits.maxSeconds,
    'allow-late-submission': unless(limits.allowLateSubmission, false),
  };
  return [part('qti-time-limits', attributes)];
}

function feedbackPart({ access, variable, identifier, showHide, title, content }: TestFeedback): XmlPart {
  const attributes = { access, 'outcome-identifier': variable, identifier, 'show-hide': showHide, title };
  return part('qti-test-feedback', attributes, [contentBody(content)]);
}
