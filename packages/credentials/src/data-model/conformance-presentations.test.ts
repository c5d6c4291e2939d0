import { describe, expect, it } from 'vitest';
import { EXAMPLES, ISSUER, issued, presentationOutcome, V2 } from '../../test/conformance.ts';
import { checkPresentation } from './presentation.ts';

const credential = await issued();
const another = await issued({ id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' });
const { type: _, ...untyped } = credential;
const ENVELOPE = { '@context': V2, type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJ.eyJ.c2ln' };

/** One statement of the standard, members of a presentation, and whether it then conforms. */
type Case = readonly [statement: string, what: string, members: Record<string, unknown>, conforms: boolean];

const CASES: readonly Case[] = [
  ['4.3 a presentation MUST include @context', 'without', { '@context': undefined }, false],
  ['4.3 whose first item is the URL of v2', 'v2', {}, true],
  ['4.3 whose first item is the URL of v2', 'examples only', { '@context': [EXAMPLES] }, false],
  ['4.3 whose first item is the URL of v2', 'v2 last', { '@context': [EXAMPLES, V2] }, false],
  ['4.3 subsequent items are URLs or objects', 'a URL', { '@context': [V2, EXAMPLES] }, true],
  [
    '4.3 subsequent items are URLs or objects',
    'an object',
    { '@context': [V2, { T: 'https://e.example/#T' }], type: ['VerifiablePresentation', 'T'] },
    true,
  ],
  ['4.3 subsequent items are URLs or objects', 'an unknown URL', { '@context': [V2, 'https://example.com'] }, false],
  ['4.3 subsequent items are URLs or objects', 'no URL', { '@context': [V2, 'https ://not-a-url/v1'] }, false],
  ['4.3 subsequent items are URLs or objects', 'a number', { '@context': [V2, 123_192_875] }, false],
  ['4.13 id is a URL', 'a URN', { id: 'urn:uuid:313801ba-24b7-11ee-be02-ff560265cf9b' }, true],
  ['4.13 id is a URL', 'text', { id: 'not-a-url' }, false],
  ['4.13 type MUST be there', 'without', { type: undefined }, false],
  ['4.13 type includes VerifiablePresentation', 'another', { type: ['https://e.example/#T'] }, false],
  ['4.13 further types may be there', 'a URL', { type: ['VerifiablePresentation', 'https://e.example/#T'] }, true],
  ['4.13 verifiableCredential may be there', 'none', { verifiableCredential: [] }, true],
  ['4.13 verifiableCredential may be there', 'one', { verifiableCredential: credential }, true],
  ['4.13 verifiableCredential may be there', 'several', { verifiableCredential: [credential, another] }, true],
  [
    '4.13 its values are objects',
    'text',
    { verifiableCredential: ['urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33'] },
    false,
  ],
  ['4.13 its values are objects', 'a number', { verifiableCredential: [4] }, false],
  ['4.13 its values are credentials', 'without a type', { verifiableCredential: [untyped] }, false],
  [
    '4.13 its values are credentials',
    'v2 is not its first context',
    { verifiableCredential: [{ ...credential, '@context': [EXAMPLES] }] },
    false,
  ],
  ['4.13 holder is a URL or an object with one', 'a URL', { holder: ISSUER }, true],
  ['4.13 holder is a URL or an object with one', 'an object', { holder: { id: ISSUER } }, true],
  [
    '4.13 holder is a URL or an object with one',
    'no URL',
    { holder: 'z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj' },
    false,
  ],
  [
    '4.13 holder is a URL or an object with one',
    'an object with no URL',
    { holder: { id: 'z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj' } },
    false,
  ],
  ['4.13 holder is a URL or an object with one', 'a list', { holder: [ISSUER] }, false],
  ['4.13 holder is who signed', 'somebody else', { holder: 'did:example:acme' }, false],
  ['5.5 termsOfUse MUST have a type', 'a URL', { termsOfUse: { type: 'https://e.example/#T' } }, true],
  ['5.5 termsOfUse MUST have a type', 'without', { termsOfUse: { id: 'https://e.example/terms' } }, false],
];

describe('the data model on presentations', () => {
  it.each(CASES)('%s: %s', async (_statement, _what, members, conforms) => {
    const presentation = { '@context': [V2], type: ['VerifiablePresentation'], ...members };
    expect(await presentationOutcome(JSON.parse(JSON.stringify(presentation)))).toMatch(
      conforms ? /^conforms$/ : /^refused: /,
    );
  });
});

describe('4.13.1 an enveloped credential', () => {
  const check = (envelope: Record<string, unknown>) =>
    checkPresentation(
      JSON.parse(
        JSON.stringify({ '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential: [envelope] }),
      ),
      { profile: 'data-model' },
    ).result;

  it.each([
    ['has a context, one type, and a data: URL', ENVELOPE, 'passed'],
    [
      'may have parameters in its URL',
      { ...ENVELOPE, id: 'data:application/vc+sd-jwt;charset=utf-8,eyJ.eyJ.c2ln~WyJ~' },
      'passed',
    ],
    ['is none without a context', { ...ENVELOPE, '@context': undefined }, 'failed'],
    ['is none when its id is not a data: URL', { ...ENVELOPE, id: 'eyJ.eyJ.c2ln' }, 'failed'],
    ['is none without its type', { ...ENVELOPE, type: 'VerifiableCredential' }, 'failed'],
    [
      'has no type beside its own',
      { ...ENVELOPE, type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] },
      'failed',
    ],
  ])('%s', (_what, envelope, result) => {
    expect(check(envelope)).toBe(result);
  });
});
