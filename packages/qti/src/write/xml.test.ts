import { describe, expect, it } from 'vitest';
import { readXml } from '../xml/read.ts';
import { part, writeXml, xmlSafe } from './xml.ts';

describe('written XML', () => {
  it('indents blocks by two spaces and leaves mixed content as it is', () => {
    const mixed = part('p', {}, ['one ', part('b', {}, ['two'], 'inline'), ' three']);
    expect(writeXml(part('root', {}, [mixed, part('hr')]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <p>one <b>two</b> three</p>\n  <hr/>\n</root>\n',
    );
  });

  it('escapes what would be markup, and line ends that readers would change', () => {
    const text = '<b> & ]]> "x" \r\n\t';
    const { root } = readXml(writeXml(part('root', { a: text }, [text])));
    expect(root.attributes[0]?.value).toBe(text);
    expect(root.children).toEqual([{ kind: 'text', text }]);
  });

  it('leaves out attributes that are null, undefined or empty lists, and keeps empty text', () => {
    expect(writeXml(part('r', { a: null, b: undefined, c: [], d: '', e: ['x', 'y'], f: 0, g: false }))).toContain(
      '<r d="" e="x y" f="0" g="false"/>',
    );
  });

  it.each(['\u0000', '\u0008', '\uFFFE', '\uD800'])(
    'refuses the character %j, naming it and its place',
    (character) => {
      expect(() => writeXml(part('r', {}, [`a${character}`]))).toThrow(/<r> holds the character U\+[0-9A-F]{4}/);
      expect(() => writeXml(part('r', { a: character }))).toThrow(/the attribute a holds/);
      expect(xmlSafe(`a${character}b😀`)).toBe('ab😀');
    },
  );

  it.each(['a b', '1a', 'a"', 'a>', '', 'a:b:c'])('refuses the name %j', (name) => {
    expect(() => writeXml(part(name))).toThrow(/no name that XML can hold/);
    expect(() => writeXml(part('r', { [name]: 'x' }))).toThrow(RangeError);
  });
});
