import type { AssessmentItem } from '../model/item.ts';
import type { ResponseProcessing, TemplateRule } from '../model/processing.ts';
import type { XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { checkItem } from './check-item.ts';
import { checkResponses } from './check-responses.ts';
import { readLanguage } from './content/body-attributes.ts';
import { readBody } from './parts/body.ts';
import { readCatalogInfo } from './parts/catalogs.ts';
import { readCompanionMaterials } from './parts/companion-materials.ts';
import { readModalFeedback } from './parts/feedback.ts';
import { itemScope } from './parts/item-scope.ts';
import { readStimulusRef, readStylesheet } from './parts/references.ts';
import { Parts } from './parts-of-element.ts';
import type { Report } from './report.ts';
import { readResponseProcessing, readTemplateProcessing } from './rules/read-processing.ts';
import type { Places } from './rules/rule-reader.ts';
import { readTitle } from './title.ts';
import { readVariables, type Variables } from './variables.ts';

const CHILDREN = [
  'qti-context-declaration',
  'qti-response-declaration',
  'qti-outcome-declaration',
  'qti-template-declaration',
  'qti-template-processing',
  'qti-assessment-stimulus-ref',
  'qti-companion-materials-info',
  'qti-stylesheet',
  'qti-item-body',
  'qti-catalog-info',
  'qti-response-processing',
  'qti-modal-feedback',
];

/** Reads qti-assessment-item (class AssessmentItem), in the names of QTI 3. */
export function readItem(root: XmlElement, report: Report): AssessmentItem {
  const head = readHead(root, report);
  const parts = new Parts(root, CHILDREN, report);
  const declared = readVariables(
    {
      contexts: parts.all('qti-context-declaration'),
      responses: parts.all('qti-response-declaration'),
      outcomes: parts.all('qti-outcome-declaration'),
      templates: parts.all('qti-template-declaration'),
    },
    report,
  );
  const places: Places = new WeakMap();
  const { variables, processing, templateProcessing } = readProcessing(root, parts, declared, places, report);
  const scope = itemScope(report, variables);
  const companions = parts.only('qti-companion-materials-info');
  const catalogs = parts.only('qti-catalog-info');
  if (catalogs !== undefined) readCatalogInfo(catalogs, scope);
  const body = parts.only('qti-item-body');
  if (body === undefined) report.lose(root, 'the item has no <qti-item-body>, so there is nothing to show');
  const { content, classes } = body === undefined ? { content: [], classes: [] } : readBody(body, scope);
  const setsKeys = templateProcessing.some(({ rule }) => rule !== 'exit');
  checkResponses(
    { root, elements: parts.all('qti-response-declaration'), responses: variables.responses, content, setsKeys },
    report,
  );
  const modalFeedback = parts.all('qti-modal-feedback').map((element) => readModalFeedback(element, scope));
  return {
    ...head,
    ...variables,
    templateProcessing,
    stimulusRefs: parts.all('qti-assessment-stimulus-ref').flatMap((element) => readStimulusRef(element, report) ?? []),
    stylesheets: parts.all('qti-stylesheet').flatMap((element) => readStylesheet(element, report) ?? []),
    companionMaterials: companions === undefined ? [] : readCompanionMaterials(companions, report),
    body: content,
    bodyClasses: classes,
    catalogs: scope.catalogs,
    processing: withoutLostScoring(processing, report),
    modalFeedback,
  };
}

function readHead(root: XmlElement, report: Report) {
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  if (identifier === '') report.refuse(root, 'the identifier of the item is empty; give it one');
  const head = {
    identifier,
    title: readTitle(attributes, identifier, report),
    label: attributes.take('label') ?? null,
    language: readLanguage(attributes, report),
    adaptive: attributes.boolean('adaptive', false),
    timeDependent: attributes.boolean('time-dependent', false),
    toolName: attributes.take('tool-name') ?? null,
    toolVersion: attributes.take('tool-version') ?? null,
  };
  attributes.finish();
  return head;
}

interface Processing {
  readonly variables: Variables;
  readonly processing: ResponseProcessing;
  readonly templateProcessing: readonly TemplateRule[];
}

/** Reads both processings and checks them against the variables; a template that cannot be run lets nothing be scored. */
function readProcessing(
  root: XmlElement,
  parts: Parts,
  variables: Variables,
  places: Places,
  report: Report,
): Processing {
  const response = parts.only('qti-response-processing');
  const template = parts.only('qti-template-processing');
  const outcomes = variables.outcomes.map(({ identifier }) => identifier);
  const processing: ResponseProcessing =
    response === undefined ? { type: 'none' } : readResponseProcessing(response, outcomes, report, places);
  const templates = template === undefined ? { rules: [] } : readTemplateProcessing(template, report, places);
  const rules = 'rules' in templates ? templates.rules : [];
  const at = (node: object) => places.get(node) ?? response ?? template ?? root;
  const checked = checkItem({ variables, processing, templateRules: rules, at, root }, report);
  const reason = 'reason' in templates ? templates.reason : checked.templateReason;
  if (reason === null) return { ...checked, templateProcessing: rules };
  return { ...checked, processing: { type: 'unsupported', reason }, templateProcessing: [] };
}

/** What is left out of the item may be what its processing works on. */
function withoutLostScoring(processing: ResponseProcessing, report: Report): ResponseProcessing {
  if (report.scoringLost === null || processing.type === 'unsupported') return processing;
  return { type: 'unsupported', reason: report.scoringLost };
}
