import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { issueSample } from '../../test/sample.ts';
import { bakeSvg, readBakedSvg } from '../index.ts';

const json = JSON.stringify(await issueSample());
const token = 'eyJhbGciOiJFZERTQSJ9.e30.c2ln';
const namespace = 'https://purl.imsglobal.org/ob/v3p0';
const blank =
  '<?xml version="1.0"?>\r\n<!-- <svg> -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<path d="M0 0h9"/></svg>\n';
const credential = (inside: string) => `<openbadges:credential>${inside}</openbadges:credential>`;
const holding = (...inside: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${namespace}">${inside.join('')}</svg>`;

describe('baking into SVG (Open Badges 3.0, 5.3.2)', () => {
  it('puts JSON into a CDATA section of the first element', () => {
    expect(bakeSvg(blank, '{"a":"<&"}')).toBe(
      blank
        .replace('<svg xmlns=', `<svg xmlns:openbadges="${namespace}" xmlns=`)
        .replace('9 9">', `9 9">${credential('<![CDATA[{"a":"<&"}]]>')}`),
    );
  });

  it('puts a compact JWS into the attribute verify', () => {
    expect(bakeSvg(blank, token)).toContain(`<openbadges:credential verify="${token}"></openbadges:credential>`);
    expect(readBakedSvg(bakeSvg(blank, token))).toEqual({ ok: true, text: token });
  });

  it.each([
    blank,
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" a=">"><s:g/></s:svg>',
    holding('<g/>'),
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://other.example"><g/></svg>',
  ])('gives back what was baked, and the picture stays well-formed (%#)', (svg) => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.constantFrom(']]>', '\uffff', '\u0000', '&lt;', 'é')),
        (value) => {
          const baked = bakeSvg(svg, JSON.stringify(value));
          const read = readBakedSvg(baked);
          expect(read.ok && JSON.parse(read.text)).toEqual(JSON.parse(JSON.stringify(value)));
          const parser = new SaxesParser({ xmlns: true });
          parser.on('error', (error) => expect.fail(error.message));
          parser.write(baked).close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('puts a second credential in the place of the first only when told to', () => {
    const baked = bakeSvg(blank, json);
    expect(() => bakeSvg(baked, token)).toThrow(/holds a credential already/);
    const replaced = bakeSvg(baked, token, { replace: true });
    expect(readBakedSvg(replaced)).toEqual({ ok: true, text: token });
    expect(replaced.split('openbadges:credential').length).toBe(3);
  });

  it.each(['<svg/>', '<html/>', '', `<!DOCTYPE svg>${blank}`, blank.slice(0, -8)])(
    'does not bake into what is no SVG (%#)',
    (svg) => {
      expect(() => bakeSvg(svg, token)).toThrow(/svg cannot be baked into/);
    },
  );
});

describe('reading a baked SVG', () => {
  const deep = `${'<g>'.repeat(300)}${'</g>'.repeat(300)}`;
  it.each([
    ['two credentials', holding(credential('{}'), credential('{}')), 'several-credentials'],
    [
      'a token and JSON',
      holding(`<openbadges:credential verify="${token}">{}</openbadges:credential>`),
      'several-credentials',
    ],
    ['one in the other', holding(credential(credential('{}'))), 'several-credentials'],
    ['an empty place', holding(credential(' ')), 'no-credential'],
    ['no credential', blank, 'no-credential'],
    ['the element of another namespace', holding('<credential>{}</credential>'), 'no-credential'],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${blank}`, 'document-type'],
    ['an unknown entity', holding(credential('&secret;')), 'damaged'],
    ['a cut end', bakeSvg(blank, json).slice(0, -20), 'damaged'],
    ['too deep a nesting', holding(deep), 'too-large'],
    ['more than 10 MB', `${holding()}<!--${' '.repeat(10_500_000)}-->`, 'too-large'],
    ['a long credential', holding(credential('x'.repeat(1_000_001))), 'too-large'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not-this-format'],
    [
      'an Open Badges 2.0 badge',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="a.b.c"/></svg>',
      'open-badges-2',
    ],
  ])('refuses %s', (_, svg, reason) => {
    expect(readBakedSvg(svg)).toMatchObject({ ok: false, reason });
  });

  it('never throws', () => {
    const baked = bakeSvg(blank, token);
    fc.assert(
      fc.property(fc.nat(baked.length), fc.string(), fc.nat(9), (at, text, gone) => {
        expect(readBakedSvg(baked.slice(0, at) + text + baked.slice(at + gone))).toHaveProperty('ok');
      }),
    );
  });
});
