import type { ReadResult } from '../model/report.ts';
import { type AssessmentResult, type ItemResultRecord, SESSION_STATUSES } from '../model/result.ts';
import { Attributes } from '../parse/attributes.ts';
import { catchRefusal, Report } from '../parse/report.ts';
import { DEFAULT_XML_LIMITS, readXml, type XmlLimits } from '../xml/read.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';
import { readVariable } from './read-variable.ts';

/** The namespace of QTI 3.0 result reports. */
export const RESULT = 'http://www.imsglobal.org/xsd/imsqti_result_v3p0';

/** That of the 2.x reports; QTI 2.0 and first drafts of 2.1 had them in the namespace of items. */
const RESULTS = /^http:\/\/www\.imsglobal\.org\/xsd\/imsqti_(?:result_)?v(?:2p[012]|3p0)$/;

/** A date and time of XML Schema, with or without an offset. */
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads a result report (QTI 3.0 Results Reporting, class AssessmentResult; those of 2.x as well). Values that are no literals
 * of their base type are left out, and reported.
 */
export function parseResult(
  xml: string | Uint8Array,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): ReadResult<'result', AssessmentResult> {
  return catchRefusal((): ReadResult<'result', AssessmentResult> => {
    const { root, locate } = readXml(xml, limits);
    const report = new Report(locate);
    const result = readResult(root, report);
    if (report.messages.length === 0) return { status: 'ok', result, messages: [] };
    return { status: 'loss', result, messages: report.messages };
  });
}

function readResult(root: XmlElement, report: Report): AssessmentResult {
  if (root.local !== 'assessmentResult' || (root.uri !== '' && !RESULTS.test(root.uri))) {
    report.refuse(
      root,
      `the root must be <assessmentResult xmlns="${RESULT}">; this one is <${root.local}> of "${root.uri}"`,
    );
  }
  if (root.uri === '') report.lose(root, `<assessmentResult> has no namespace; read as if it had xmlns="${RESULT}"`);
  new Attributes(root, report).finish();
  let context: AssessmentResult['context'] = { sourcedId: null, sessionIdentifiers: [] };
  let test: AssessmentResult['test'] = null;
  const items: ItemResultRecord[] = [];
  for (const child of childElements(root)) {
    const name = child.uri === root.uri ? child.local : '';
    if (name === 'context') context = readContext(child, report);
    else if (name === 'testResult' && test === null) test = readTest(child, report);
    else if (name === 'itemResult') items.push(readItem(child, report));
    else lose(child, report);
  }
  return { context, test, items };
}

function readContext(element: XmlElement, report: Report): AssessmentResult['context'] {
  const attributes = new Attributes(element, report);
  const sourcedId = attributes.take('sourcedId') ?? attributes.take('sourcedID') ?? null;
  attributes.finish();
  const sessionIdentifiers = childElements(element).flatMap((child) => {
    if (child.uri !== element.uri || child.local !== 'sessionIdentifier') return lose(child, report);
    const inner = new Attributes(child, report);
    const sourceId = inner.take('sourceId') ?? inner.require('sourceID');
    const identifier = inner.require('identifier');
    inner.finish();
    return [{ sourceId, identifier }];
  });
  return { sourcedId, sessionIdentifiers };
}

function readTest(element: XmlElement, report: Report): NonNullable<AssessmentResult['test']> {
  const attributes = new Attributes(element, report);
  const identifier = attributes.require('identifier').trim();
  const datestamp = readDate(attributes, report);
  attributes.finish();
  const variables = childElements(element).flatMap(
    (child) => readVariable(child, element.uri, report) ?? lose(child, report),
  );
  return { identifier, datestamp, variables };
}

function readItem(element: XmlElement, report: Report): ItemResultRecord {
  const attributes = new Attributes(element, report);
  const identifier = attributes.require('identifier').trim();
  const sequenceIndex = attributes.has('sequenceIndex') ? attributes.count('sequenceIndex', 0) : null;
  const datestamp = readDate(attributes, report);
  const sessionStatus = attributes.oneOf('sessionStatus', SESSION_STATUSES);
  attributes.finish();
  if (sessionStatus === undefined) report.refuse(element, '<itemResult> needs the attribute sessionStatus');
  let candidateComment: string | null = null;
  const variables = childElements(element).flatMap((child) => {
    if (child.uri === element.uri && child.local === 'candidateComment') {
      candidateComment = ownText(child);
      return [];
    }
    return readVariable(child, element.uri, report) ?? lose(child, report);
  });
  return { identifier, sequenceIndex, datestamp, sessionStatus, candidateComment, variables };
}

function readDate(attributes: Attributes, report: Report): string {
  const written = attributes.require('datestamp').trim();
  if (DATE_TIME.test(written)) return written;
  return report.refuse(
    attributes.element,
    `datestamp=${JSON.stringify(written.slice(0, 60))} must be a date and time such as "2026-03-14T09:30:00Z"`,
  );
}

function lose(element: XmlElement, report: Report): never[] {
  report.lose(element, `<${element.local}> of a result is not supported; left out with its content`);
  return [];
}
