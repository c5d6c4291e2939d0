import { findRepeatedMember } from './repeated-member.ts';

/** Why text is no credential that can be read here. */
export type ParseProblem =
  | 'empty'
  | 'too-large'
  | 'png-image'
  | 'svg-image'
  | 'compact-jwt'
  | 'not-json'
  | 'not-an-object'
  | 'repeated-member';

/** A JSON object for `verifyCredential`, or what the text is instead, in a sentence for a person. */
export type ParsedCredential =
  | { readonly ok: true; readonly credential: object }
  | { readonly ok: false; readonly reason: ParseProblem; readonly message: string };

const MAX_CHARACTERS = 1_000_000;

const FORMS: readonly { reason: ParseProblem; form: RegExp; message: string }[] = [
  {
    reason: 'png-image',
    form: /^(\u0089|\ufffd)PNG/,
    message: 'This is a PNG image. Give the JSON file of the credential instead.',
  },
  {
    reason: 'svg-image',
    form: /^<(\?xml|svg|!)/i,
    message: 'This is an SVG image or another XML file. Give the JSON file of the credential instead.',
  },
  {
    reason: 'compact-jwt',
    form: /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/,
    message: 'This is a credential in the form of a JSON Web Token. Only credentials in JSON can be read here.',
  },
];

/** No credential comes near it; what walks through JSON by calling itself would end in the middle of deeper ones. */
const MAX_LEVELS = 100;

function isDeeperThan(levels: number, value: object): boolean {
  let layer: object[] = [value];
  for (let level = 0; level < levels && layer.length > 0; level += 1) {
    layer = layer
      .flatMap((node): unknown[] => Object.values(node))
      .filter((inner) => typeof inner === 'object' && inner !== null);
  }
  return layer.length > 0;
}

function refuse(reason: ParseProblem, message: string): ParsedCredential {
  return { ok: false, reason, message };
}

function placeOf(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) {
    return 'It may have been cut off at its end.';
  }
  const before = text.slice(0, Number(position)).split('\n');
  return `See line ${before.length}, column ${(before.at(-1) ?? '').length + 1}.`;
}

/**
 * Reads the text of a credential as someone pastes or uploads it. JSON only.
 *
 * A name that stands twice in one object is refused: programs disagree on which of the two counts.
 *
 * @param text at most a million characters; a byte order mark is skipped.
 * @see RFC 8259, 4; RFC 7493 (I-JSON), 2.3.
 */
export function parseCredentialText(text: string): ParsedCredential {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') {
    return refuse('empty', 'There is nothing to read. Give the JSON of the credential.');
  }
  if (text.length > MAX_CHARACTERS) {
    return refuse('too-large', `The text is longer than ${MAX_CHARACTERS} characters, which no credential is.`);
  }
  const other = FORMS.find(({ form }) => form.test(trimmed));
  if (other !== undefined) {
    return refuse(other.reason, other.message);
  }
  let credential: unknown;
  try {
    credential = JSON.parse(trimmed);
  } catch (error) {
    return refuse('not-json', `This is not the JSON of a credential. ${placeOf(trimmed, error)}`);
  }
  if (typeof credential !== 'object' || credential === null || Array.isArray(credential)) {
    return refuse('not-an-object', 'This is JSON but no credential: a credential is one object, { … }.');
  }
  if (isDeeperThan(MAX_LEVELS, credential)) {
    return refuse('too-large', `This is nested deeper than ${MAX_LEVELS} levels, which no credential is.`);
  }
  const repeated = findRepeatedMember(trimmed);
  if (repeated !== undefined) {
    const name = repeated.slice(0, 80);
    return refuse('repeated-member', `"${name}" stands twice in one object, so the credential says two things.`);
  }
  return { ok: true, credential };
}
