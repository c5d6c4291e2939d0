import type { ContentNode, PortableCustomInteraction } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { pathsOf, pathsOfConfiguration, sourceOf } from './module-paths.ts';
import { imagesIn, markupOf, propertiesOf, startMessageOf } from './start-message.ts';

const element = (name: string, attributes: Record<string, string>, ...children: ContentNode[]): ContentNode => ({
  type: 'element',
  namespace: 'html',
  name,
  attributes,
  children,
});
const text = (words: string): ContentNode => ({ type: 'text', text: words });

const interaction: PortableCustomInteraction = {
  type: 'interaction',
  interaction: 'portable-custom',
  responseIdentifier: 'RESPONSE',
  cardinality: 'single',
  baseType: 'integer',
  id: null,
  label: null,
  language: null,
  classes: [],
  data: { 'max-taps': '4' },
  catalogIdref: null,
  prompt: [],
  customInteractionTypeIdentifier: 'urn:example:taps',
  module: 'taps',
  modules: [{ id: 'taps', primaryPath: 'a/taps', fallbackPath: 'b/taps.js' }],
  moduleConfiguration: null,
  markup: [],
  templateVariables: ['N'],
  contextVariables: [],
  stylesheets: [],
};

describe('the start of a portable custom interaction', () => {
  it('carries markup in which words stay words', () => {
    const markup = [element('p', { title: '"><script>' }, text('<img onerror=1> & more'), element('br', {}))];
    expect(markupOf(markup, () => undefined)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;img onerror=1&gt; &amp; more<br></p>',
    );
  });

  it('carries images as they can be shown there, and leaves out the address of those that cannot', () => {
    const markup = [element('div', {}, element('img', { src: 'a.png', alt: 'A' }), element('img', { src: 'b.png' }))];
    expect(imagesIn(markup)).toEqual(['a.png', 'b.png']);
    const shown = markupOf(markup, (address) => (address === 'a.png' ? 'data:image/png;base64,AA==' : undefined));
    expect(shown).toBe('<div><img src="data:image/png;base64,AA==" alt="A"><img></div>');
  });

  it('names properties as dataset does, and says the answer and the variables that are asked for alone', () => {
    expect(propertiesOf({ 'max-taps-2': '1', plain: '2' })).toEqual({ 'maxTaps-2': '1', plain: '2' });
    const start = startMessageOf({
      interaction,
      nonce: 'n',
      value: 3,
      state: null,
      variables: { N: 7, SECRET: 'x' },
      markup: '',
      styles: [],
      language: 'en',
      direction: 'ltr',
      status: 'interacting',
    });
    expect(start.properties).toEqual({ maxTaps: '4' });
    expect(start.boundTo).toEqual({ RESPONSE: { base: { integer: 3 } } });
    expect(start.templateVariables).toEqual({ N: { base: { integer: 7 } } });
    expect(JSON.stringify(start)).not.toContain('SECRET');
  });
});

describe('modules', () => {
  const modules = (files: Readonly<Record<string, string>>) => async (path: string) => {
    const source = files[path];
    if (source === undefined) throw new Error(path);
    return source;
  };

  it('come from the first path that loads, listed ones before configured ones', async () => {
    const paths = pathsOf(interaction, pathsOfConfiguration('{"paths": {"taps": "c/taps", "other": ["x", "y.js"]}}'));
    expect(await sourceOf('taps', paths, modules({ 'b/taps.js': 'B', 'c/taps.js': 'C' }))).toBe('B');
    expect(await sourceOf('other', paths, modules({ 'y.js': 'Y' }))).toBe('Y');
    expect(await sourceOf('unlisted', paths, modules({ 'unlisted.js': 'U' }))).toBe('U');
    expect(await sourceOf('taps', paths, modules({}))).toBeNull();
  });

  it('have no paths by a configuration that is none', () => {
    for (const broken of ['', 'define({})', '[]', '{"paths": 1}', 'null']) {
      expect(pathsOfConfiguration(broken).size).toBe(0);
    }
  });
});
