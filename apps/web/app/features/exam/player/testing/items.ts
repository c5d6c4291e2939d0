import { candidateView, parseItem } from '@testamur/qti';
import type { ExamItem } from '../../delivery/port.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

/** An item of the exam, from its response declarations (name: cardinality, base type) and its body in QTI 3. */
export const examItem = (
  itemId: string,
  responses: Readonly<Record<string, readonly [cardinality: string, baseType: string]>>,
  body: string,
): ExamItem => {
  const declarations = Object.entries(responses).map(
    ([identifier, [cardinality, baseType]]) =>
      `<qti-response-declaration identifier="${identifier}" cardinality="${cardinality}" base-type="${baseType}"/>`,
  );
  const read = parseItem(
    `<qti-assessment-item xmlns="${namespace}" identifier="${itemId}" title="${itemId}" time-dependent="false">` +
      `${declarations.join('')}<qti-item-body>${body}</qti-item-body></qti-assessment-item>`,
  );
  if (read.status !== 'ok') throw new Error(`The item ${itemId} cannot be read: ${JSON.stringify(read)}`);
  return { itemId, view: candidateView(read.item), responseIdentifiers: Object.keys(responses) };
};

const options = ['A', 'B', 'C'].map((each) => `<qti-simple-choice identifier="${each}">${each}</qti-simple-choice>`);

export const choiceItem = (itemId: string, limits = 'max-choices="1"', cardinality = 'single'): ExamItem =>
  examItem(
    itemId,
    { RESPONSE: [cardinality, 'identifier'] },
    `<qti-choice-interaction response-identifier="RESPONSE" ${limits}>${options.join('')}</qti-choice-interaction>`,
  );

/** Two blanks in a sentence. */
export const blanksItem = (itemId: string): ExamItem =>
  examItem(
    itemId,
    { FIRST: ['single', 'string'], SECOND: ['single', 'integer'] },
    `<p><qti-text-entry-interaction response-identifier="FIRST" pattern-mask="[a-z]+"/> and
    <qti-text-entry-interaction response-identifier="SECOND"/></p>`,
  );
