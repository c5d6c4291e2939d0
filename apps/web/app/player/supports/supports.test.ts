import { candidateView, parseItem } from '@testamur/qti';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.ts';
import { ItemBody } from '../item-body.tsx';
import type { SupportWishes } from './cards.ts';

const card = (support: string, words: string) =>
  `<qti-card support="${support}"><qti-html-content>${words}</qti-html-content></qti-card>`;
const parsed =
  parseItem(`<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="lending" title="Lending" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>
  <qti-companion-materials-info><qti-calculator><qti-calculator-type>basic</qti-calculator-type></qti-calculator></qti-companion-materials-info>
  <qti-item-body>
    <p data-catalog-idref="whole">A <span data-catalog-idref="hold">hold</span> is placed.</p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-simple-choice identifier="A">The <em data-catalog-idref="hold">hold</em> lapses</qti-simple-choice>
      <qti-simple-choice identifier="B">Nothing</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-catalog-info>
    <qti-catalog id="hold">${card('glossary-on-screen', 'A place in the queue for an item.')}</qti-catalog>
    <qti-catalog id="whole">${card('simplified-language-portions', 'You wait for a book.')}${card('spoken', 'to be said aloud')}</qti-catalog>
  </qti-catalog-info>
</qti-assessment-item>`);

const render = (supports: readonly string[], wishes?: SupportWishes): string => {
  if (parsed.status === 'refused') throw new Error(parsed.messages[0].text);
  const view = candidateView(parsed.item, { supports });
  const props = { view, values: {}, onChange: () => undefined, mode: 'open' as const };
  return renderPage(() => createElement(ItemBody, wishes === undefined ? props : { ...props, supports: wishes }));
};
const count = (html: string, words: string) => html.split(words).length - 1;
const ALL = ['glossary-on-screen', 'simplified-language-portions', 'spoken'];

describe('the supports of an item', () => {
  it('are none without being granted: the item stands as it is', () => {
    const html = render([]);
    expect(html).not.toContain('Meaning of');
    expect(html).not.toMatch(/data-player-support|<details/);
  });

  it('are a button at a word, a button beside the choice that holds one, and a disclosure under a block', () => {
    const html = render(ALL);
    expect(count(html, 'Meaning of “hold”" title')).toBe(2);
    expect(html).toMatch(/<details[^>]*><summary>In simpler words<\/summary>.*You wait for a book\./);
    // On its label a button would press the choice.
    expect(html).not.toMatch(/<label(?:(?!<\/label>).)*<button/);
  });

  it('that are read aloud are not shown, and those that are turned off are not there', () => {
    expect(render(ALL)).not.toContain('said aloud');
    const html = render(ALL, { shown: ['glossary-on-screen'], languages: {} });
    expect(html).not.toContain('<details');
    expect(html).toContain('Meaning of “hold”');
  });

  it('do not keep back what everybody may use', () => {
    expect(render([])).toMatch(/You may use.*Basic calculator/);
  });
});
