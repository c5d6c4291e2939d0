import type { ContentNode } from '../model/content.ts';
import type { AssessmentItem, OutcomeDeclaration, ResponseDeclaration } from '../model/item.ts';
import type { Message } from '../model/message.ts';
import type { ResponseProcessing } from '../model/processing.ts';
import { DEFAULT_XML_LIMITS, readXml, type XmlLimits } from '../xml/read.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { readChoiceInteraction } from './choice-interaction.ts';
import { checkResponses } from './consistency.ts';
import { readContent, readLanguage } from './content.ts';
import { readOutcomeDeclaration, readResponseDeclaration } from './declarations.ts';
import { QTI, qtiName } from './namespace.ts';
import { readProcessing } from './processing.ts';
import { catchRefusal, Report } from './report.ts';
import { readRubricBlock } from './rubric-block.ts';

/**
 * What became of a document: `ok` is read in full; `loss` is read, and the messages name everything left out;
 * `refused` is not read, and the one message says why and how to mend it.
 */
export type ItemResult =
  | { readonly status: 'ok'; readonly item: AssessmentItem; readonly messages: readonly [] }
  | { readonly status: 'loss'; readonly item: AssessmentItem; readonly messages: readonly Message[] }
  | { readonly status: 'refused'; readonly messages: readonly [Message] };

/**
 * Reads a QTI 3 assessment item (element qti-assessment-item).
 *
 * The content is sanitized on the way: what comes out holds allow-listed HTML only, as data. Publish an item of status
 * `loss` only after a person has read the messages.
 *
 * @param xml the document as text, or as bytes in UTF-8.
 * @param limits bytes, depth and nodes that the document may have; 1 MiB, 100 and 50,000 by default.
 */
export function parseItem(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): ItemResult {
  return catchRefusal((): ItemResult => {
    const { root, locate } = readXml(xml, limits);
    const report = new Report(locate);
    const item = readItem(root, report);
    if (report.messages.length === 0) return { status: 'ok', item, messages: [] };
    return { status: 'loss', item, messages: report.messages };
  });
}

function readItem(root: XmlElement, report: Report): AssessmentItem {
  if (qtiName(root) !== 'qti-assessment-item') {
    report.refuse(
      root,
      `the root must be <qti-assessment-item xmlns="${QTI}">; this one is <${root.local}> of "${root.uri}"`,
    );
  }
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  if (identifier === '') report.refuse(root, 'the identifier of the item is empty; give it one');
  const title = attributes.require('title');
  const timeDependent = attributes.boolean('time-dependent', false);
  if (attributes.boolean('adaptive', false)) {
    report.loseScoring(root, 'adaptive items are not supported; read as not adaptive, and not scored');
  }
  const head = {
    identifier,
    title,
    label: attributes.take('label') ?? null,
    language: readLanguage(attributes, report),
    timeDependent,
    toolName: attributes.take('tool-name') ?? null,
    toolVersion: attributes.take('tool-version') ?? null,
  };
  attributes.finish();
  if (!isBlank(ownText(root))) report.lose(root, 'text directly in <qti-assessment-item> is left out');
  const parts = partsOf(root, report);
  const responses = parts.responses.map((element) => readResponseDeclaration(element, report));
  const outcomes = parts.outcomes.map((element) => readOutcomeDeclaration(element, report));
  refuseRepeated(root, [...responses, ...outcomes], report);
  const body = readBody(parts.body, responses, report);
  checkResponses(root, responses, body, report);
  return {
    ...head,
    responses,
    outcomes,
    body,
    processing: readProcessingOf(parts.processing, responses, outcomes, report),
  };
}

interface Parts {
  readonly responses: XmlElement[];
  readonly outcomes: XmlElement[];
  readonly body: XmlElement;
  readonly processing: XmlElement | undefined;
}

function partsOf(root: XmlElement, report: Report): Parts {
  const known: Record<string, XmlElement[]> = {
    'qti-response-declaration': [],
    'qti-outcome-declaration': [],
    'qti-item-body': [],
    'qti-response-processing': [],
  };
  for (const child of childElements(root)) {
    const name = qtiName(child);
    const list = name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    const lost = `<${child.local}> is not supported; left out with its content`;
    if (list !== undefined) list.push(child);
    else if (name?.startsWith('qti-template-') === true) report.loseScoring(child, lost);
    else report.lose(child, lost);
  }
  const only = (name: string): XmlElement | undefined => {
    const [first, second] = known[name] ?? [];
    if (second !== undefined) report.refuse(second, `an item has one <${name}>; remove this second one`);
    return first;
  };
  const body = only('qti-item-body') ?? report.refuse(root, 'the item needs a <qti-item-body>');
  return {
    responses: known['qti-response-declaration'] ?? [],
    outcomes: known['qti-outcome-declaration'] ?? [],
    body,
    processing: only('qti-response-processing'),
  };
}

function readBody(element: XmlElement, responses: readonly ResponseDeclaration[], report: Report): ContentNode[] {
  new Attributes(element, report).finish();
  const readers = {
    'qti-choice-interaction': (child: XmlElement) => readChoiceInteraction(child, responses, report),
    'qti-rubric-block': (child: XmlElement) => readRubricBlock(child, report),
  };
  return readContent(element, { report, readers, holds: 'flow', parts: [] });
}

function readProcessingOf(
  element: XmlElement | undefined,
  responses: readonly ResponseDeclaration[],
  outcomes: readonly OutcomeDeclaration[],
  report: Report,
): ResponseProcessing {
  if (element === undefined) return { type: 'none' };
  const processing = readProcessing(element, { responses, outcomes }, report);
  return report.scoringLost ? { type: 'unsupported' } : processing;
}

function refuseRepeated(root: XmlElement, all: readonly { identifier: string }[], report: Report): void {
  const seen = new Set<string>();
  for (const { identifier } of all) {
    if (seen.has(identifier)) report.refuse(root, `the variable "${identifier}" is declared twice; rename one`);
    seen.add(identifier);
  }
}
