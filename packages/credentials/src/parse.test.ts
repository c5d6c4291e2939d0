import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseCredentialText } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

it.each([
  ['', 'empty', /nothing to read/],
  [' \n\t', 'empty', /nothing to read/],
  ['\u0089PNG\r\n\u001a\n', 'png-image', /PNG image/],
  ['\ufffdPNG\r\n', 'png-image', /PNG image/],
  ['<?xml version="1.0"?><svg/>', 'svg-image', /SVG/],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg-image', /SVG/],
  ['eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln', 'compact-jwt', /JSON Web Token/],
  ['certificate', 'not-json', /not the JSON/],
  ['{\n  "a": 1,\n  b: 2\n}', 'not-json', /line 3, column 3/],
  ['{"a": 1', 'not-json', /not the JSON/],
  ['[1]', 'not-an-object', /one object/],
  ['null', 'not-an-object', /one object/],
  ['{"name":"A","name":"B"}', 'repeated-member', /"name" stands twice/],
  ['{"a":{"b":1,"c":[{}],"\\u0062":2}}', 'repeated-member', /"b" stands twice/],
  [`{"a":1,"a"${' '.repeat(500)}:2}`, 'repeated-member', /"a" stands twice/],
  [`"${'x'.repeat(1_000_001)}"`, 'too-large', /longer than/],
  [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'too-large', /deeper than 100 levels/],
  [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'too-large', /deeper than 100 levels/],
])('%.40s is refused as %s', (text, reason, message) => {
  const parsed = parseCredentialText(text);
  expect(parsed).toMatchObject({ ok: false, reason });
  expect(parsed.ok ? '' : parsed.message).toMatch(message);
});

describe('JSON is read', () => {
  it('behind a byte order mark, with the same name in different objects and as a value', () => {
    const text = '\ufeff{"a":{"a":"a"},"b":[{"a":1},{"a":"\\"a\\":"}],"":"a:"}';
    expect(parseCredentialText(text)).toEqual({ ok: true, credential: JSON.parse(text.slice(1)) });
  });

  it('whatever object it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseCredentialText(text)).toEqual({ ok: true, credential: JSON.parse(text) });
      }),
    );
  });

  it('and any other text is answered without an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseCredentialText(text).ok === 'boolean'));
    expect(parseCredentialText('['.repeat(500_000)).ok).toBe(false);
  });
});
