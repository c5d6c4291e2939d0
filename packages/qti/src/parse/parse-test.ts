import type { AssessmentStimulus } from '../model/item.ts';
import type { AssessmentTest, Section } from '../model/test.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '../xml/read.ts';
import { type DocumentResult, readDocument } from './document.ts';
import { itemScope } from './parts/item-scope.ts';
import { readStimulus } from './read-stimulus.ts';
import type { Report } from './report.ts';
import { readSection } from './test/read-section.ts';
import { readTest } from './test/read-test.ts';

/** What became of a test, a section, a stimulus. */
export type TestResult = DocumentResult<'test', AssessmentTest>;
export type SectionResult = DocumentResult<'section', Section>;
export type StimulusResult = DocumentResult<'stimulus', AssessmentStimulus>;

/** Reads a test (QTI 3.0 ASI information model, class AssessmentTest) of QTI 3.0, 2.2 or 2.1; see parseItem. */
export function parseTest(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): TestResult {
  const read = readDocument(xml, limits, 'qti-assessment-test', readTest);
  if (read.status === 'refused') return read;
  const { status, content: test, version, messages } = read;
  return status === 'ok' ? { status, test, version, messages: [] } : { status, test, version, messages };
}

/**
 * Reads a section in a document of its own (class AssessmentSection). Its expressions are not checked against variables:
 * those are the test's, which this document does not know.
 */
export function parseSection(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): SectionResult {
  const read = readDocument(xml, limits, 'qti-assessment-section', (root, report: Report) =>
    readSection(root, { report, content: itemScope(report), places: new WeakMap(), identifiers: new Set() }),
  );
  if (read.status === 'refused') return read;
  const { status, content: section, version, messages } = read;
  return status === 'ok' ? { status, section, version, messages: [] } : { status, section, version, messages };
}

/** Reads a stimulus: a text that items share (class AssessmentStimulus). */
export function parseStimulus(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): StimulusResult {
  const read = readDocument(xml, limits, 'qti-assessment-stimulus', readStimulus);
  if (read.status === 'refused') return read;
  const { status, content: stimulus, version, messages } = read;
  return status === 'ok' ? { status, stimulus, version, messages: [] } : { status, stimulus, version, messages };
}
