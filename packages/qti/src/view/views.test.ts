import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml, okItem } from '../testing/item-xml.ts';
import { authorView } from './author-view.ts';
import { candidateView } from './candidate-view.ts';

const rubric = (view: string, text: string, use = 'scoring') =>
  `<qti-rubric-block use="${use}" view="${view}"><qti-content-body><p>${text}</p></qti-content-body></qti-rubric-block>`;

/** An item with a canary in every place that candidates must not see, those that are not supported included. */
const SECRETS = itemXml({
  root: 'identifier="item-1" title="canary-title" label="canary-label" tool-name="canary-tool" tool-version="canary-version" adaptive="false" time-dependent="false"',
  keys: ['canary-key'],
  mapping:
    '<qti-mapping default-value="77701"><qti-map-entry map-key="canary-key" mapped-value="77702"/></qti-mapping>',
  outcomes: `<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" interpretation="canary-interpretation" normal-maximum="77703"/>
    <qti-outcome-declaration identifier="canary-outcome" cardinality="single" base-type="string"><qti-default-value><qti-value>canary-default</qti-value></qti-default-value></qti-outcome-declaration>`,
  before: `${rubric('author', 'canary-author')}${rubric('scorer', 'canary-scorer')}${rubric('proctor', 'canary-proctor', 'instructions')}
    ${rubric('tutor test-constructor', 'canary-tutor')}${rubric('', 'canary-nobody')}${rubric('Candidate', 'canary-misspelled')}
    <div>${rubric('author scorer', 'canary-nested')}</div>${rubric('candidate', 'shown to candidates', 'instructions')}
    <qti-feedback-block identifier="canary-feedback" outcome-identifier="F"><p>canary-feedback-text</p></qti-feedback-block>`,
  interaction: 'max-choices="1" label="canary-interaction-label" data-key="canary-data"',
  prompt: '<p class="canary-class" data-key="canary-data">Which one?</p><!-- canary-comment --><?canary processing?>',
  choices: `<qti-simple-choice identifier="A" label="canary-choice-label">First</qti-simple-choice>
    <qti-simple-choice identifier="canary-key">Second<qti-feedback-inline identifier="x" outcome-identifier="F">canary-inline</qti-feedback-inline></qti-simple-choice>`,
  processing: `<qti-response-processing><qti-set-outcome-value identifier="canary-outcome"><qti-base-value base-type="string">canary-rule</qti-base-value></qti-set-outcome-value></qti-response-processing>
    <qti-modal-feedback identifier="canary-modal" outcome-identifier="F" show-hide="show"><qti-content-body>canary-modal-text</qti-content-body></qti-modal-feedback>`,
});

function secretItem() {
  const result = parseItem(SECRETS);
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return result.item;
}

describe('the view of candidates', () => {
  it('holds no secret of the item: the canaries stay out, save the key as one choice among the others', () => {
    const item = secretItem();
    const json = JSON.stringify(candidateView(item));
    expect(json.match(/canary-[a-z-]+|7770\d/g)).toEqual(['canary-key']);
    expect(json).toContain('shown to candidates');
    expect(json).toContain('Second');
    // The same search finds them where they may be.
    const everything = JSON.stringify([item, authorView(item)]);
    for (const secret of [
      'title',
      'key',
      'outcome',
      'default',
      'author',
      'scorer',
      'proctor',
      'tutor',
      'nobody',
      'misspelled',
      'nested',
      'rule',
    ]) {
      expect(everything).toContain(`canary-${secret}`);
    }
  });

  it('is the same whichever choice is the key', () => {
    expect(candidateView(okItem({ keys: ['A'] }))).toEqual(candidateView(okItem({ keys: ['D'] })));
  });

  it('is plain JSON of a known shape', () => {
    const view = candidateView(okItem());
    expect(Object.keys(view).sort()).toEqual(
      'body bodyClasses catalogs companionMaterials customVariables identifier language modalFeedback'.split(' '),
    );
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('resolves references into the package, and leaves out those that nobody serves', () => {
    const item = okItem({ prompt: '<img src="images/a.png" alt="A"/><a href="https://example.org/b">B</a>' });
    const sources = (view: unknown) =>
      [...JSON.stringify(view).matchAll(/"(?:src|href)":"([^"]+)"/g)].map((match) => match[1]);
    expect(sources(candidateView(item))).toEqual(['https://example.org/b']);
    const resolve = (reference: string) => `/media/7/${reference}`;
    expect(sources(candidateView(item, { resolve }))).toEqual(['/media/7/images/a.png', 'https://example.org/b']);
  });

  it('gives ids and what refers to them a prefix of the item', () => {
    const item = okItem({ prompt: '<p id="root">x</p><p aria-describedby="root other">y</p>' });
    const json = JSON.stringify(candidateView(item));
    expect(json).toContain('"id":"item-1-root"');
    expect(json).toContain('"aria-describedby":"item-1-root item-1-other"');
  });
});

describe('the view of authors', () => {
  it('holds keys, rationale, title and the maximum score', () => {
    const view = authorView(okItem({ before: rubric('author scorer', 'Because') }));
    expect(view).toMatchObject({
      title: 'A title',
      processing: 'match_correct',
      maxScore: 1,
      responses: [{ correct: 'B' }],
    });
    expect(view.rationale).toMatchObject([{ name: 'p', children: [{ text: 'Because' }] }]);
  });
});
