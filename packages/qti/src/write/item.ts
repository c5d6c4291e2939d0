import type { AssessmentItem, AssessmentStimulus, ModalFeedback, StimulusRef, Stylesheet } from '../model/item.ts';
import { catalogParts, companionParts } from './catalog.ts';
import { contentBody, contentParts } from './content.ts';
import { contextPart, outcomePart, responsePart, templatePart } from './declarations.ts';
import { asiRoot, type Written } from './document.ts';
import { responseProcessingPart, templateProcessingPart } from './rules.ts';
import { part, writeXml, type XmlPart } from './xml.ts';

/**
 * Writes an item as a QTI 3.0 document (QTI 3.0 ASI information model, class AssessmentItem). Reading it gives the same
 * item. `losses` names what has no form in QTI, such as response processing that was not understood.
 *
 * @throws {RangeError} for characters that XML 1.0 cannot hold, and values that are not of their base type.
 */
export function writeItem(item: AssessmentItem): Written {
  const losses: string[] = [];
  return { xml: writeXml(itemRoot(item, losses)), losses };
}

/** The item as the root of its document; what has no form in QTI is added to `losses`. */
export function itemRoot(item: AssessmentItem, losses: string[]): XmlPart {
  const attributes = {
    identifier: item.identifier,
    title: item.title,
    label: item.label,
    adaptive: item.adaptive,
    'time-dependent': item.timeDependent,
    'tool-name': item.toolName,
    'tool-version': item.toolVersion,
    'xml:lang': item.language,
  };
  return asiRoot('qti-assessment-item', attributes, [
    ...item.contexts.map((declaration) => contextPart(declaration, losses)),
    ...item.responses.map((declaration) => responsePart(declaration, losses)),
    ...item.outcomes.map((declaration) => outcomePart(declaration, losses)),
    ...item.templates.map((declaration) => templatePart(declaration, losses)),
    ...templateProcessingPart(item.templateProcessing),
    ...item.stimulusRefs.map(stimulusRefPart),
    ...companionParts(item.companionMaterials),
    ...item.stylesheets.map(stylesheetPart),
    ...bodyPart(item),
    ...catalogParts(item.catalogs),
    ...responseProcessingPart(item.processing, losses),
    ...item.modalFeedback.map(modalFeedbackPart),
  ]);
}

/** Writes a shared text (class AssessmentStimulus); as writeItem. */
export function writeStimulus(stimulus: AssessmentStimulus): Written {
  return { xml: writeXml(stimulusRoot(stimulus)), losses: [] };
}

/** The shared text as the root of its document. */
export function stimulusRoot(stimulus: AssessmentStimulus): XmlPart {
  const { identifier, title, label, language, stylesheets, body, catalogs } = stimulus;
  return asiRoot('qti-assessment-stimulus', { identifier, title, label, 'xml:lang': language }, [
    ...stylesheets.map(stylesheetPart),
    part('qti-stimulus-body', {}, contentParts(body)),
    ...catalogParts(catalogs),
  ]);
}

/** Writes qti-stylesheet (class StyleSheet). */
export function stylesheetPart({ href, mimeType, media, title }: Stylesheet): XmlPart {
  return part('qti-stylesheet', { href, type: mimeType, media, title });
}

function stimulusRefPart({ identifier, href, title }: StimulusRef): XmlPart {
  return part('qti-assessment-stimulus-ref', { identifier, href, title });
}

function bodyPart({ body, bodyClasses }: AssessmentItem): XmlPart[] {
  if (body.length === 0 && bodyClasses.length === 0) return [];
  return [part('qti-item-body', { class: bodyClasses }, contentParts(body))];
}

function modalFeedbackPart({ variable, identifier, showHide, title, content }: ModalFeedback): XmlPart {
  const attributes = { 'outcome-identifier': variable, identifier, 'show-hide': showHide, title };
  return part('qti-modal-feedback', attributes, [contentBody(content)]);
}
