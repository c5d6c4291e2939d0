import { candidateView, parseItem } from '@testamur/qti';
import type { ExamItem } from '../delivery/port.ts';
import type { messages } from './messages.ts';
import { planOfExam } from './plan-of-exam.ts';

type Words = (key: keyof typeof messages) => string;

const inXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

interface Draft {
  readonly identifier: string;
  /** Base type and cardinality by response variable. */
  readonly responses: Readonly<Record<string, readonly [baseType: string, cardinality: string]>>;
  readonly body: string;
}

/** They stand in no item bank: they are about the player, one for each way of answering that exams use most. */
const drafts = (t: Words): readonly Draft[] => [
  choice('practice-1', t, 'firstStem', ['firstA', 'firstB', 'firstC', 'firstD']),
  {
    identifier: 'practice-2',
    responses: { LETTER: ['string', 'single'], LEFT: ['integer', 'single'] },
    body: `<p>${t('textLead')}</p>
      <p>${t('textBefore')} <qti-text-entry-interaction response-identifier="LETTER" expected-length="3"/>
      ${t('textBetween')} <qti-text-entry-interaction response-identifier="LEFT" expected-length="4"/> ${t('textAfter')}</p>`,
  },
  {
    identifier: 'practice-3',
    responses: { RESPONSE: ['identifier', 'ordered'] },
    body: `<qti-order-interaction response-identifier="RESPONSE">
      <qti-prompt>${t('orderPrompt')}</qti-prompt>
      ${(['orderA', 'orderB', 'orderC', 'orderD'] as const)
        .map((key) => `<qti-simple-choice identifier="${key}">${t(key)}</qti-simple-choice>`)
        .join('')}
    </qti-order-interaction>`,
  },
  {
    identifier: 'practice-4',
    responses: { RESPONSE: ['directedPair', 'multiple'] },
    body: `<qti-match-interaction response-identifier="RESPONSE" max-associations="3" min-associations="3"
        data-first-column-header="${t('matchFirst')}">
      <qti-prompt>${t('matchPrompt')}</qti-prompt>
      ${matchSet(t, ['matchA', 'matchB', 'matchC'])}${matchSet(t, ['matchOne', 'matchTwo', 'matchThree'])}
    </qti-match-interaction>`,
  },
  {
    identifier: 'practice-5',
    responses: { RESPONSE: ['identifier', 'single'] },
    body: `<qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt>${t('spotPrompt')}</qti-prompt>
      <img src="${planOfExam.file}" width="${planOfExam.width}" height="${planOfExam.height}" alt="${t('spotAlt')}"/>
      ${planOfExam.places
        .map(
          ({ key, coords }) =>
            `<qti-hotspot-choice identifier="${key}" shape="rect" coords="${coords}" hotspot-label="${t(key)}"/>`,
        )
        .join('')}
    </qti-hotspot-interaction>`,
  },
  choice('practice-6', t, 'secondStem', ['secondA', 'secondB', 'secondC', 'secondD']),
];

const choice = (
  identifier: string,
  t: Words,
  stem: keyof typeof messages,
  options: (keyof typeof messages)[],
): Draft => ({
  identifier,
  responses: { RESPONSE: ['identifier', 'single'] },
  body: `<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-prompt>${t(stem)}</qti-prompt>
    ${options.map((key) => `<qti-simple-choice identifier="${key}">${t(key)}</qti-simple-choice>`).join('')}
  </qti-choice-interaction>`,
});

const matchSet = (t: Words, keys: (keyof typeof messages)[]): string => {
  const choices = keys.map(
    (key) => `<qti-simple-associable-choice identifier="${key}" match-max="1">${t(key)}</qti-simple-associable-choice>`,
  );
  return `<qti-simple-match-set>${choices.join('')}</qti-simple-match-set>`;
};

/** Where the files of the items are. */
const resolve = (file: string) => (file === planOfExam.file ? planOfExam.image : undefined);

const read = ({ identifier, responses, body }: Draft): ExamItem => {
  const declarations = Object.entries(responses).map(
    ([name, [baseType, cardinality]]) =>
      `<qti-response-declaration identifier="${name}" base-type="${baseType}" cardinality="${cardinality}"/>`,
  );
  const result = parseItem(
    `<qti-assessment-item xmlns="${namespace}" identifier="${identifier}" title="${identifier}" time-dependent="false">
      ${declarations.join('')}<qti-item-body>${body}</qti-item-body></qti-assessment-item>`,
  );
  if (result.status !== 'ok') throw new Error(`The practice item ${identifier} is no QTI: ${JSON.stringify(result)}`);
  return {
    itemId: identifier,
    view: candidateView(result.item, { resolve }),
    responseIdentifiers: Object.keys(responses),
  };
};

/** The items of the practice, written in QTI like those of every exam. */
export const practiceItems = (t: Words): readonly ExamItem[] => drafts((key) => inXml(t(key))).map(read);
