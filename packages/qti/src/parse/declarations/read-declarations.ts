import {
  type ContextDeclaration,
  type OutcomeDeclaration,
  type ResponseDeclaration,
  type TemplateDeclaration,
  VIEWS,
  type View,
} from '../../model/declarations.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { readHead, readParts } from './head.ts';
import { readInterpolationTable, readMatchTable } from './lookup-table.ts';
import { readAreaMapping, readMapping } from './mapping.ts';
import { readDeclaredValue } from './values.ts';

/** Reads qti-response-declaration (class ResponseDeclaration). */
export function readResponseDeclaration(element: XmlElement, report: Report): ResponseDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  attributes.finish();
  let rest: Pick<ResponseDeclaration, 'correct' | 'correctInterpretation' | 'mapping' | 'areaMapping'> = {
    correct: null,
    correctInterpretation: null,
    mapping: null,
    areaMapping: null,
  };
  let fields: ResponseDeclaration['fields'] = {};
  const { baseType } = head;
  const base = readParts(
    element,
    head,
    {
      'qti-correct-response': (child) => {
        const correct = readDeclaredValue(child, head, report);
        rest = { ...rest, correct: correct.value, correctInterpretation: correct.interpretation };
        fields = correct.fields;
      },
      'qti-mapping': (child) => {
        if (baseType === null) report.lose(child, 'records have no mapping; left out');
        else rest = { ...rest, mapping: readMapping(child, baseType, report) };
      },
      'qti-area-mapping': (child) => {
        if (baseType !== 'point') report.lose(child, 'only points have an area mapping; left out');
        else rest = { ...rest, areaMapping: readAreaMapping(child, report) };
      },
    },
    report,
  );
  return { ...base, fields: { ...base.fields, ...fields }, ...rest };
}

/** Reads qti-outcome-declaration (class OutcomeDeclaration). */
export function readOutcomeDeclaration(element: XmlElement, report: Report): OutcomeDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  const rest = {
    view: readView(attributes, report),
    interpretation: attributes.take('interpretation') ?? null,
    longInterpretation: attributes.take('long-interpretation') ?? null,
    normalMaximum: attributes.number('normal-maximum'),
    normalMinimum: attributes.number('normal-minimum'),
    masteryValue: attributes.number('mastery-value'),
    externalScored: attributes.oneOf('external-scored', ['human', 'externalMachine']) ?? null,
    variableIdentifierRef: attributes.take('variable-identifier-ref') ?? null,
  };
  attributes.finish();
  let lookupTable: OutcomeDeclaration['lookupTable'] = null;
  const { baseType } = head;
  const reader = (read: typeof readMatchTable) => (child: XmlElement) => {
    if (lookupTable !== null) report.refuse(child, `"${head.identifier}" has two lookup tables; remove one`);
    if (baseType === null) report.lose(child, 'records have no lookup table; left out');
    else lookupTable = read(child, baseType, report);
  };
  const others = {
    'qti-match-table': reader(readMatchTable),
    'qti-interpolation-table': reader(readInterpolationTable),
  };
  const base = readParts(element, head, others, report);
  return { ...base, ...rest, lookupTable };
}

/** Reads qti-template-declaration (class TemplateDeclaration). */
export function readTemplateDeclaration(element: XmlElement, report: Report): TemplateDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  const rest = {
    mathVariable: attributes.boolean('math-variable', false),
    paramVariable: attributes.boolean('param-variable', false),
  };
  attributes.finish();
  return { ...readParts(element, head, {}, report), ...rest };
}

/** Reads qti-context-declaration (class ContextDeclaration). */
export function readContextDeclaration(element: XmlElement, report: Report): ContextDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  attributes.finish();
  return readParts(element, head, {}, report);
}

function readView(attributes: Attributes, report: Report): View[] {
  return attributes.tokens('view').flatMap((word) => {
    // Converters from QTI 2 leave its spelling.
    const view = VIEWS.find((known) => known === (word === 'testConstructor' ? 'test-constructor' : word));
    if (view === undefined)
      report.lose(attributes.element, `view="${word}" is not one of ${VIEWS.join(', ')}; left out`);
    return view ?? [];
  });
}
