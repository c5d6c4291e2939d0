import type { ContentNode } from '@testamur/qti';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Content } from './content.tsx';

const text = (words: string): ContentNode => ({ type: 'text', text: words });
const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: readonly ContentNode[] = [],
): ContentNode => ({ type: 'element', name, attributes, children });
const html = (...nodes: ContentNode[]) => renderToStaticMarkup(createElement(Content, { nodes }));

describe('the content of an item', () => {
  it('is shown with its elements and their attributes', () => {
    const cell = element('td', { colspan: '2', headers: 'i-1' }, [text('x')]);
    expect(html(element('table', {}, [element('tbody', {}, [element('tr', {}, [cell])])]))).toBe(
      '<table><tbody><tr><td colSpan="2" headers="i-1">x</td></tr></tbody></table>',
    );
    expect(html(element('p', { lang: 'fr', class: 'qti-align-center t-hidden' }, [text("L'invention")]))).toBe(
      '<p lang="fr" class="qti-align-center">L&#x27;invention</p>',
    );
    expect(html(element('img', { src: '/media/a.png', alt: 'A sign' }))).toContain('alt="A sign"');
  });

  it('cannot bring markup, scripts, handlers or styles along', () => {
    expect(html(text('<script>steal()</script>'))).toBe('&lt;script&gt;steal()&lt;/script&gt;');
    expect(html(element('script', {}, [text('steal()')]))).toBe('steal()');
    expect(html(element('iframe', { srcdoc: '<p>' }))).toBe('');
    expect(html(element('p', { onclick: 'steal()', style: 'color:red', dangerouslySetInnerHTML: 'x' }))).toBe(
      '<p></p>',
    );
  });

  it('does not lead out of the exam', () => {
    expect(html(element('a', { href: 'https://example.org' }, [text('words')]))).toBe('<span>words</span>');
  });

  it('has its headings below that of the page', () => {
    expect(html(element('h1', {}, [text('A')]), element('h6', {}, [text('B')]))).toBe('<h2>A</h2><h6>B</h6>');
  });
});
