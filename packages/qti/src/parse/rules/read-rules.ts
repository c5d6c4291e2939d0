import type { OutcomeRule, ResponseRule, TemplateRule } from '../../model/processing.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { OperandAttributes } from '../expressions/operand-attributes.ts';
import type { Report } from '../report.ts';
import { type Places, type RuleReader, readEmpty, readOnly, readRules, readSetting } from './rule-reader.ts';

/**
 * Reads the rules of qti-response-processing (abstract class ResponseRule).
 *
 * @throws {Unsupported} at the rule or expression that is not understood; so do the two below.
 */
export function readResponseRules(elements: readonly XmlElement[], report: Report, places: Places): ResponseRule[] {
  return readRules<ResponseRule>(elements, {
    report,
    places,
    prefix: 'qti-response',
    condition: (condition) => condition,
    rules: {
      'qti-set-outcome-value': readSetOutcome,
      'qti-lookup-outcome-value': readLookupOutcome,
      'qti-exit-response': readExit,
      'qti-response-processing-fragment': readFragment,
    },
  });
}

/** Reads the rules of qti-outcome-processing of a test (abstract class OutcomeRule). */
export function readOutcomeRules(elements: readonly XmlElement[], report: Report, places: Places): OutcomeRule[] {
  return readRules<OutcomeRule>(elements, {
    report,
    places,
    prefix: 'qti-outcome',
    condition: (condition) => condition,
    rules: {
      'qti-set-outcome-value': readSetOutcome,
      'qti-lookup-outcome-value': readLookupOutcome,
      'qti-exit-test': readExit,
      'qti-outcome-processing-fragment': readFragment,
    },
  });
}

/** Reads the rules of qti-template-processing (abstract class TemplateRule). */
export function readTemplateRules(elements: readonly XmlElement[], report: Report, places: Places): TemplateRule[] {
  return readRules<TemplateRule>(elements, {
    report,
    places,
    prefix: 'qti-template',
    condition: (condition) => condition,
    rules: {
      'qti-set-template-value': (element, reader) => ({ rule: 'set-template-value', ...readSetting(element, reader) }),
      'qti-set-correct-response': (element, reader) => ({
        rule: 'set-correct-response',
        ...readSetting(element, reader),
      }),
      'qti-set-default-value': (element, reader) => ({ rule: 'set-default-value', ...readSetting(element, reader) }),
      'qti-template-constraint': (element, reader) => {
        new OperandAttributes(element, reader.report).finish();
        return { rule: 'constraint', condition: readOnly(element, reader) };
      },
      'qti-exit-template': readExit,
    },
  });
}

function readExit<R>(element: XmlElement, reader: RuleReader<R>): { readonly rule: 'exit' } {
  readEmpty(element, reader);
  return { rule: 'exit' };
}

function readFragment<R extends object>(element: XmlElement, reader: RuleReader<R>) {
  new OperandAttributes(element, reader.report).finish();
  return { rule: 'fragment' as const, rules: readRules(childElements(element), reader) };
}

function readSetOutcome<R>(element: XmlElement, reader: RuleReader<R>) {
  return { rule: 'set-outcome-value' as const, ...readSetting(element, reader) };
}

function readLookupOutcome<R>(element: XmlElement, reader: RuleReader<R>) {
  return { rule: 'lookup-outcome-value' as const, ...readSetting(element, reader) };
}
