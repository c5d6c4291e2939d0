import { describe, expect, it } from 'vitest';
import { DEFAULT_XML_LIMITS, readXml } from './read.ts';
import { XmlRefusal } from './refusal.ts';

/** The refusal of a source, or 'read' when there is none. */
function refusal(source: string | Uint8Array, limits = DEFAULT_XML_LIMITS): string {
  try {
    readXml(source, limits);
  } catch (error) {
    if (error instanceof XmlRefusal) return `${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return 'read';
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what is read', () => {
  it('is elements with namespaces, attributes and text; entities and CDATA resolved, comments gone', () => {
    const { root } = readXml('<a:x xmlns:a="u" b="1 &lt; 2"><y/>p<!-- c -->q<![CDATA[<r>]]>&#65;</a:x>');
    expect(root).toMatchObject({ uri: 'u', local: 'x', attributes: [{ name: 'b', uri: '', value: '1 < 2' }] });
    expect(root.children).toMatchObject([
      { local: 'y', uri: '' },
      { kind: 'text', text: 'pq<r>A' },
    ]);
  });

  it('an attribute named __proto__ is an attribute as any other', () => {
    expect(readXml('<a __proto__="x"/>').root.attributes).toMatchObject([{ name: '__proto__', value: 'x' }]);
  });

  it('bytes are UTF-8, with or without a byte order mark', () => {
    expect(readXml(utf8('\uFEFF<a>é</a>')).root.children).toEqual([{ kind: 'text', text: 'é' }]);
    expect(readXml('\uFEFF<a/>').root.local).toBe('a');
    expect(refusal(new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]))).toContain('not valid UTF-8');
    expect(refusal(utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'))).toContain('encoding "ISO-8859-1"');
  });

  it('places are 1-based line and column of the tag, through tabs, CRLF and attributes on lines of their own', () => {
    const { root, locate } = readXml('<a>\r\n  <b\n    c="1"\n  />\n\t<d/></a>');
    const places = root.children.flatMap((child) => (child.kind === 'element' ? [locate(child.offset)] : []));
    expect(places).toEqual([
      { line: 2, column: 3 },
      { line: 5, column: 2 },
    ]);
  });
});

describe('what is refused', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n<x>&c;</x>`;
  it.each([
    ['an entity bomb', `<?xml version="1.0"?>\n${laughs}`, '2:1 a document type declaration'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', '1:1 a document type'],
    ['an external DTD', '<!DOCTYPE x SYSTEM "https://example.org/x.dtd"><x/>', '1:1 a document type'],
    ['even an empty DOCTYPE', '<!DOCTYPE x><x/>', '1:1 a document type'],
    ['an undeclared entity', '<x>\n &nbsp;</x>', '2:'],
    ['an unclosed tag', '<x><y></x>', '1:'],
    ['a second root', '<x/><y/>', '1:'],
    ['an unbound prefix', '<a:x/>', '1:'],
    ['an attribute twice', '<x a="1" a="2"/>', '1:'],
    ['a < in an attribute', '<x a="<b>"/>', '1:'],
    ['a control character', '<x>\u0000</x>', '1:'],
    ['nothing', '', '1:'],
    ['no XML', 'PK\u0003\u0004', '1:'],
    ['XML 1.1', '<?xml version="1.1"?><x/>', '1:1 XML version "1.1"'],
  ])('%s', (_, source, start) => {
    expect(refusal(source).startsWith(start)).toBe(true);
  });

  it('a document above the limit of bytes, counted as UTF-8', () => {
    const limits = { ...DEFAULT_XML_LIMITS, maxBytes: 20 };
    expect(refusal(`<a>${'x'.repeat(13)}</a>`, limits)).toBe('read');
    expect(refusal(`<a>${'é'.repeat(7)}</a>`, limits)).toContain('larger than 20 bytes');
    expect(refusal(utf8(`<a>${'x'.repeat(14)}</a>`), limits)).toContain('larger than 20 bytes');
    expect(refusal(`<a>${'x'.repeat(1_048_576)}</a>`)).toContain('larger than 1048576 bytes');
  });

  it('nesting above the limit of depth, at the tag that passes it', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(refusal(nested(100))).toBe('read');
    expect(refusal(nested(101))).toBe('1:301 elements are nested more than 100 deep');
    expect(refusal('<a>'.repeat(300_000))).toContain('nested more than 100 deep');
  });

  it('more nodes than the limit', () => {
    expect(refusal(`<a>${'<b/>'.repeat(49_999)}</a>`)).toBe('read');
    expect(refusal(`<a>${'<b/>'.repeat(50_000)}</a>`)).toContain('more than 50000 nodes');
  });
});
