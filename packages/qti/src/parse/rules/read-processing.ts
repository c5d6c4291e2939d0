import type { ResponseProcessing, TemplateRule } from '../../model/processing.ts';
import { standardTemplate, templateRules } from '../../process/standard-templates.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';
import { readResponseRules, readTemplateRules } from './read-rules.ts';
import type { Places } from './rule-reader.ts';

/**
 * Reads qti-response-processing (class ResponseProcessing): a standard template, or rules. Where there are both, the rules
 * count. Anything not understood makes the whole unsupported: half a scoring is a wrong scoring.
 *
 * @param outcomes the identifiers of the declared outcomes.
 */
export function readResponseProcessing(
  element: XmlElement,
  outcomes: readonly string[],
  report: Report,
  places: Places,
): ResponseProcessing {
  const attributes = new Attributes(element, report);
  const uri = attributes.take('template')?.trim();
  // Where a copy of the template lies; the standard ones are built in.
  attributes.take('template-location');
  attributes.finish();
  const template = uri === undefined ? undefined : standardTemplate(uri);
  const children = childElements(element);
  try {
    if (template !== undefined && children.length === 0) {
      return { type: 'rules', template, rules: placed(templateRules(template, outcomes), element, places) };
    }
    if (uri !== undefined && children.length === 0) {
      throw new Unsupported(element, `the template "${uri.slice(0, 100)}" is not known; use a standard one or rules`);
    }
    return { type: 'rules', template: null, rules: readResponseRules(children, report, places) };
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return { type: 'unsupported', reason: reasonAt(error, 'response processing cannot be run', report) };
  }
}

/** Reads qti-template-processing (class TemplateProcessing); the reason where it cannot be run. */
export function readTemplateProcessing(
  element: XmlElement,
  report: Report,
  places: Places,
): { readonly rules: readonly TemplateRule[] } | { readonly reason: string } {
  new Attributes(element, report).finish();
  try {
    return { rules: readTemplateRules(childElements(element), report, places) };
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return { reason: reasonAt(error, 'template processing cannot be run', report) };
  }
}

function reasonAt({ element, message }: Unsupported, what: string, report: Report): string {
  report.lose(element, `${what}: ${message}`);
  return message;
}

/** All of a standard template stands where its address does. */
function placed<T>(rules: readonly T[], element: XmlElement, places: Places): readonly T[] {
  const mark = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    places.set(node, element);
    for (const child of Object.values(node)) mark(child);
  };
  mark(rules);
  return rules;
}
