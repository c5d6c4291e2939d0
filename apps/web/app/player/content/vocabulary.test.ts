import { describe, expect, it } from 'vitest';
import { elementName, isSafeAddress, isSilent, propsOf } from './allowed.ts';
import { languageOf } from './language.ts';
import { measuresOf } from './measures.ts';
import { choicesSide, labelOf, numberIn, orientationOf } from './vocabulary.ts';

const element = (
  name: string,
  attributes: Record<string, string> = {},
  namespace: 'html' | 'math' | 'svg' = 'html',
) => ({
  type: 'element' as const,
  namespace,
  name,
  attributes,
  children: [],
});

describe('the shared vocabulary', () => {
  it('names alternatives as the author says, by capital letters when nothing is said', () => {
    const labels = (...classes: string[]) => [0, 1, 10].map((at) => labelOf(at, classes));
    expect(labels()).toEqual(['A', 'B', 'K']);
    expect(labels('qti-labels-none', 'qti-labels-suffix-period')).toEqual(['', '', '']);
    expect(labels('qti-labels-decimal', 'qti-labels-suffix-period')).toEqual(['1.', '2.', '11.']);
    expect(labels('qti-labels-lower-alpha', 'qti-labels-suffix-parenthesis')).toEqual(['a)', 'b)', 'k)']);
    expect(labels('qti-labels-cjk-ideographic')).toEqual(['一', '二', '十一']);
    expect(labelOf(26, [])).toBe('AA');
    expect(labelOf(29, ['qti-labels-cjk-ideographic'])).toBe('三十');
  });

  it('goes before the attribute of the orientation', () => {
    expect(orientationOf([], 'horizontal')).toBe('horizontal');
    expect(orientationOf(['qti-orientation-vertical'], 'horizontal')).toBe('vertical');
    expect(orientationOf(['qti-orientation-horizontal'], 'vertical')).toBe('horizontal');
  });

  it('says numbers at the end of a class', () => {
    expect(numberIn(['a', 'qti-input-width-15'], 'qti-input-width-')).toBe(15);
    expect(numberIn(['qti-input-width-wide'], 'qti-input-width-')).toBeUndefined();
    expect(choicesSide(['qti-choices-left'])).toBe('left');
    expect(choicesSide([])).toBe('top');
  });

  it('says measures, which are turned into lengths; what is none is passed over', () => {
    expect(measuresOf(['qti-width-1-3', 'qti-height-10', 'qti-text-indent-2p5'])).toEqual({
      inlineSize: '33.3333%',
      blockSize: '2.5rem',
      textIndent: '0.625rem',
    });
    expect(measuresOf(['qti-margin-s-3', 'qti-padding-5', 'qti-margin-x-auto'])).toEqual({
      marginInlineStart: '1rem',
      padding: '3rem',
      marginInline: 'auto',
    });
    expect(measuresOf(['qti-layout-col6', 'qti-layout-offset-3'])).toEqual({
      '--qti-columns': '6',
      '--qti-offset': '3',
    });
    expect(measuresOf(['qti-list-style-type-upper-roman'])).toEqual({ listStyleType: 'upper-roman' });
    expect(
      measuresOf(['qti-width-3-2', 'qti-padding-auto', 'qti-layout-col13', 'other', 'qti-width-1;x']),
    ).toBeUndefined();
  });
});

describe('what may be shown', () => {
  it('is what is listed, headings one level lower; of the rest the words alone', () => {
    expect(elementName(element('h1'))).toBe('h2');
    expect(elementName(element('h6'))).toBe('h6');
    expect(elementName(element('script'))).toBeUndefined();
    expect(elementName(element('mfrac', {}, 'math'))).toBe('mfrac');
    expect(elementName(element('foreignObject', {}, 'svg'))).toBeUndefined();
    expect(elementName(element('use', {}, 'svg'))).toBeUndefined();
    expect(['script', 'style', 'foreignObject'].every(isSilent)).toBe(true);
    expect(isSilent('center')).toBe(false);
  });

  it('carries no handler, style, foreign class or address that could run', () => {
    const attributes = {
      onclick: 'x',
      style: 'x',
      class: 'mantine-Button-root qti-well',
      src: 'javascript:alert(1)',
      'data-catalog-idref': 'c1',
      'data-key': 'B',
      'aria-label': 'A map',
      colspan: '2',
    };
    expect(propsOf(element('td', attributes))).toEqual({
      className: 'qti-well',
      'data-catalog-idref': 'c1',
      'aria-label': 'A map',
      colSpan: '2',
    });
  });

  it('keeps drawings to themselves', () => {
    const attributes = { fill: 'url(https://example.org/x)', 'stroke-width': '2', 'clip-path': 'url(#a)', onload: 'x' };
    expect(propsOf(element('rect', attributes, 'svg'))).toEqual({ strokeWidth: '2', clipPath: 'url(#a)' });
  });

  it('loads from the site and from safe schemes', () => {
    const safe = ['/media/7/a.png', 'a.png', 'https://example.org/a.png', 'data:image/png;base64,AA==', 'blob:x'];
    for (const address of safe) expect(isSafeAddress(address)).toBe(true);
    const unsafe = [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      'data:image/svg+xml,x',
      'java\nscript:x',
    ];
    for (const address of unsafe) expect(isSafeAddress(address)).toBe(false);
  });
});

describe('content in a language of its own', () => {
  it('runs in the direction of its language or script, or as what is around', () => {
    expect(languageOf('ar-EG')).toEqual({ lang: 'ar-EG', dir: 'rtl' });
    expect(languageOf('arn')).toEqual({ lang: 'arn', dir: 'ltr' });
    expect(languageOf('az-Arab-IR')).toEqual({ lang: 'az-Arab-IR', dir: 'rtl' });
    expect(languageOf('ar-Latn')).toEqual({ lang: 'ar-Latn', dir: 'ltr' });
    expect(languageOf(null)).toEqual({});
  });
});
