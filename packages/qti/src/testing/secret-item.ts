const area = 'shape="circle" coords="5,5,3"';
const image = '<img src="images/map.png" alt="A map" width="100" height="100"/>';

const response = (identifier: string, type: string, key: string, more = '') =>
  `<qti-response-declaration identifier="${identifier}" ${type}><qti-correct-response interpretation="canary-interpretation">${key}</qti-correct-response>${more}</qti-response-declaration>`;
const value = (text: string) => `<qti-value>${text}</qti-value>`;
const single = (baseType: string) => `cardinality="single" base-type="${baseType}"`;
const multiple = (baseType: string) => `cardinality="multiple" base-type="${baseType}"`;
const content = (text: string) => `<qti-content-body><p>${text}</p></qti-content-body>`;

const DECLARATIONS = [
  response(
    'CHOICE',
    multiple('identifier'),
    value('A'),
    '<qti-mapping lower-bound="-77701" upper-bound="77702" default-value="77703"><qti-map-entry map-key="A" mapped-value="77704"/></qti-mapping>',
  ),
  response('ORDER', 'cardinality="ordered" base-type="identifier"', value('B') + value('A')),
  response('ASSOCIATE', multiple('pair'), value('A B')),
  response('MATCH', multiple('directedPair'), value('A X')),
  response('GAP', multiple('directedPair'), value('A G')),
  response('INLINE', single('identifier'), value('B')),
  response(
    'TEXT',
    single('string'),
    value('canary-text'),
    '<qti-mapping default-value="0"><qti-map-entry map-key="canary-mapped" mapped-value="77705"/></qti-mapping>',
  ),
  response('ESSAY', single('string'), value('canary-essay')),
  response('HOTTEXT', single('identifier'), value('B')),
  response('SPOT', single('identifier'), value('B')),
  response('GORDER', 'cardinality="ordered" base-type="identifier"', value('B') + value('A')),
  response('GASSOCIATE', multiple('pair'), value('A B')),
  response('GGAP', multiple('directedPair'), value('A X')),
  response(
    'POINT',
    multiple('point'),
    value('77 76'),
    `<qti-area-mapping default-value="77706"><qti-area-map-entry shape="circle" coords="777,778,779" mapped-value="77707"/></qti-area-mapping>`,
  ),
  response('SLIDER', single('integer'), value('77')),
].join('\n');

const BODY = `
  <p class="canary-class" data-key="canary-data" title="shown title">Shown text <qti-printed-variable identifier="N" class="canary-printed"/></p>
  <qti-choice-interaction response-identifier="CHOICE" max-choices="0" label="canary-label" class="canary-class qti-labels-none" data-canary="canary-data">
    <qti-prompt>Shown prompt</qti-prompt>
    <qti-simple-choice identifier="A" template-identifier="canary-variable" show-hide="hide">First<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="canary-inline" show-hide="show">canary-inline-text</qti-feedback-inline></qti-simple-choice>
    <qti-simple-choice identifier="B">Second</qti-simple-choice>
    <qti-simple-choice identifier="HIDDEN" template-identifier="canary-variable" show-hide="show">canary-hidden-choice</qti-simple-choice>
  </qti-choice-interaction>
  <qti-order-interaction response-identifier="ORDER"><qti-simple-choice identifier="A">1</qti-simple-choice><qti-simple-choice identifier="B">2</qti-simple-choice></qti-order-interaction>
  <qti-associate-interaction response-identifier="ASSOCIATE"><qti-simple-associable-choice identifier="A" match-max="1">1</qti-simple-associable-choice><qti-simple-associable-choice identifier="B" match-max="1">2</qti-simple-associable-choice></qti-associate-interaction>
  <qti-match-interaction response-identifier="MATCH"><qti-simple-match-set><qti-simple-associable-choice identifier="A" match-max="1">1</qti-simple-associable-choice></qti-simple-match-set><qti-simple-match-set><qti-simple-associable-choice identifier="X" match-max="1">2</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction>
  <qti-gap-match-interaction response-identifier="GAP"><qti-gap-text identifier="A" match-max="1">word</qti-gap-text><p>A <qti-gap identifier="G"/></p></qti-gap-match-interaction>
  <p><qti-inline-choice-interaction response-identifier="INLINE"><qti-inline-choice identifier="A">a</qti-inline-choice><qti-inline-choice identifier="B">b</qti-inline-choice></qti-inline-choice-interaction>
  <qti-text-entry-interaction response-identifier="TEXT" expected-length="10"/></p>
  <qti-extended-text-interaction response-identifier="ESSAY"/>
  <qti-hottext-interaction response-identifier="HOTTEXT" max-choices="1"><p><qti-hottext identifier="A">one</qti-hottext> <qti-hottext identifier="B">two</qti-hottext></p></qti-hottext-interaction>
  <qti-hotspot-interaction response-identifier="SPOT" max-choices="1">${image}<qti-hotspot-choice identifier="A" ${area}/><qti-hotspot-choice identifier="B" ${area}/></qti-hotspot-interaction>
  <qti-graphic-order-interaction response-identifier="GORDER">${image}<qti-hotspot-choice identifier="A" ${area}/><qti-hotspot-choice identifier="B" ${area}/></qti-graphic-order-interaction>
  <qti-graphic-associate-interaction response-identifier="GASSOCIATE">${image}<qti-associable-hotspot identifier="A" match-max="1" ${area}/><qti-associable-hotspot identifier="B" match-max="1" ${area}/></qti-graphic-associate-interaction>
  <qti-graphic-gap-match-interaction response-identifier="GGAP">${image}<qti-gap-text identifier="A" match-max="1">word</qti-gap-text><qti-associable-hotspot identifier="X" match-max="1" ${area}/></qti-graphic-gap-match-interaction>
  <qti-select-point-interaction response-identifier="POINT" max-choices="0">${image}</qti-select-point-interaction>
  <qti-slider-interaction response-identifier="SLIDER" lower-bound="0" upper-bound="100"/>
  <qti-feedback-block outcome-identifier="FEEDBACK" identifier="canary-block" show-hide="show">${content('canary-block-text')}</qti-feedback-block>
  <qti-feedback-block outcome-identifier="FEEDBACK" identifier="canary-reverse" show-hide="hide">${content('canary-reverse-text')}</qti-feedback-block>
  <qti-template-block template-identifier="canary-variable" identifier="other" show-hide="show"><p>canary-template-text</p></qti-template-block>
  <qti-rubric-block view="candidate" use="instructions">${content('shown to candidates')}</qti-rubric-block>
  <qti-rubric-block view="scorer" use="scoring">${content('canary-scorer')}</qti-rubric-block>
  <qti-rubric-block view="author tutor" use="ext:rationale">${content('canary-author')}</qti-rubric-block>
  <qti-rubric-block view="Candidate">${content('canary-misspelled')}</qti-rubric-block>`;

/**
 * An item with nearly every interaction, and a canary in every place that candidates must not see. Canaries are words that begin with
 * "canary-", and numbers from 77701 on.
 */
export const SECRET_ITEM = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="item-1" title="canary-title" label="canary-item-label" tool-name="canary-tool" tool-version="canary-version" adaptive="false" time-dependent="false">
  ${DECLARATIONS}
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" interpretation="canary-outcome-words" normal-maximum="77708"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"><qti-default-value><qti-value>canary-block</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-template-declaration identifier="N" cardinality="single" base-type="integer"><qti-default-value><qti-value>3</qti-value></qti-default-value></qti-template-declaration>
  <qti-template-declaration identifier="canary-variable" cardinality="single" base-type="identifier"><qti-default-value><qti-value>canary-default</qti-value></qti-default-value></qti-template-declaration>
  <qti-template-processing><qti-set-template-value identifier="N"><qti-base-value base-type="integer">42</qti-base-value></qti-set-template-value></qti-template-processing>
  <qti-companion-materials-info><qti-calculator><qti-calculator-type>basic</qti-calculator-type><qti-description>shown calculator</qti-description></qti-calculator></qti-companion-materials-info>
  <qti-item-body>${BODY}</qti-item-body>
  <qti-catalog-info><qti-catalog id="c1"><qti-card support="spoken"><qti-html-content>canary-catalog</qti-html-content></qti-card></qti-catalog></qti-catalog-info>
  <qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">77709</qti-base-value></qti-set-outcome-value></qti-response-processing>
  <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="canary-block" show-hide="show" title="canary-modal-title">${content('canary-modal-text')}</qti-modal-feedback>
</qti-assessment-item>`;
