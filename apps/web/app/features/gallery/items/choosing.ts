import { response, type Sample } from './write-item.ts';

/** Interactions that are answered by choosing. */
export const choosing: readonly Sample[] = [
  {
    id: 'choice',
    title: 'Choice',
    responses: response('single', 'identifier', ['B']),
    body: `<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt><p>A patron asks for a book that another branch holds. What is done first?</p></qti-prompt>
      <qti-simple-choice identifier="A">Buy a copy</qti-simple-choice>
      <qti-simple-choice identifier="B">Request it from the other branch</qti-simple-choice>
      <qti-simple-choice identifier="C">Send the patron to the publisher, whose address stands in the front matter of most books and whose stock is usually complete</qti-simple-choice>
      <qti-simple-choice identifier="D"><em>Refuse</em> the request</qti-simple-choice>
    </qti-choice-interaction>`,
    answered: { RESPONSE: 'C' },
  },
  {
    id: 'choice-multiple',
    title: 'Choice, several',
    responses: response('multiple', 'identifier', ['A', 'D']),
    body: `<qti-choice-interaction class="qti-labels-lower-alpha" response-identifier="RESPONSE" min-choices="2" max-choices="2">
      <qti-prompt><p>Which two shorten the life of paper?</p></qti-prompt>
      <qti-simple-choice identifier="A">Acid</qti-simple-choice>
      <qti-simple-choice identifier="B">Cotton</qti-simple-choice>
      <qti-simple-choice identifier="C">A cool room</qti-simple-choice>
      <qti-simple-choice identifier="D">Sunlight</qti-simple-choice>
    </qti-choice-interaction>`,
    answered: { RESPONSE: ['A', 'B'] },
  },
  {
    id: 'order',
    title: 'Order',
    responses: response('ordered', 'identifier', ['receive', 'catalog', 'label', 'shelve']),
    body: `<qti-order-interaction response-identifier="RESPONSE">
      <qti-prompt><p>Put the steps of taking in a new book in order.</p></qti-prompt>
      <qti-simple-choice identifier="label">Label the spine</qti-simple-choice>
      <qti-simple-choice identifier="receive">Check it against the order</qti-simple-choice>
      <qti-simple-choice identifier="shelve">Shelve it</qti-simple-choice>
      <qti-simple-choice identifier="catalog">Describe it in the catalog</qti-simple-choice>
    </qti-order-interaction>`,
    answered: { RESPONSE: ['receive', 'label', 'catalog', 'shelve'] },
  },
  {
    id: 'inline-choice',
    title: 'Inline choice',
    responses: response('single', 'identifier', ['spine']),
    body: `<p>The call number is written on the
      <qti-inline-choice-interaction response-identifier="RESPONSE" required="true">
        <qti-inline-choice identifier="cover">cover</qti-inline-choice>
        <qti-inline-choice identifier="spine">spine</qti-inline-choice>
        <qti-inline-choice identifier="edge">fore edge</qti-inline-choice>
      </qti-inline-choice-interaction> so that it can be read on the shelf.</p>`,
    answered: { RESPONSE: 'edge' },
  },
  {
    id: 'hottext',
    title: 'Hottext',
    responses: response('single', 'identifier', ['H2']),
    body: `<qti-hottext-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt><p>Which words of the rule are out of date?</p></qti-prompt>
      <p>Books go out for <qti-hottext identifier="H1">three weeks</qti-hottext>, are renewed
        <qti-hottext identifier="H2">by telegram</qti-hottext>, and come back
        <qti-hottext identifier="H3">to any branch</qti-hottext>.</p>
    </qti-hottext-interaction>`,
    answered: { RESPONSE: 'H3' },
  },
  {
    id: 'slider',
    title: 'Slider',
    responses: response('single', 'integer', ['45']),
    body: `<qti-slider-interaction response-identifier="RESPONSE" lower-bound="0" upper-bound="100" step="5" step-label="true">
      <qti-prompt><p>Which relative humidity, in percent, suits a mixed stack?</p></qti-prompt>
    </qti-slider-interaction>`,
    answered: { RESPONSE: 60 },
  },
];
