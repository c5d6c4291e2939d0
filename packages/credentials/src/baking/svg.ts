import { type BakedText, formOf, MAXIMUM_TEXT_BYTES, OLDER_BADGE, refuse } from './payload.ts';
import { BAKING_NAMESPACE, type ScannedSvg, SvgRefusal, scanSvg } from './svg-scan.ts';

/** JSON that XML can carry as it is: two characters that JSON allows and XML does not are escaped. */
const forXml = (json: string): string =>
  json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

function credentialElement(text: string, declaration: string): string {
  if (formOf(text) === 'compact-jws') {
    return `<openbadges:credential${declaration} verify="${text}"></openbadges:credential>`;
  }
  // The end mark of a section cannot stand inside it: there one section ends and the next begins.
  const sections = forXml(text).replaceAll(']]>', ']]]]><![CDATA[>');
  return `<openbadges:credential${declaration}><![CDATA[${sections}]]></openbadges:credential>`;
}

function scan(svg: string): ScannedSvg {
  try {
    return scanSvg(svg);
  } catch (error) {
    if (!(error instanceof SvgRefusal)) throw error;
    throw new RangeError(`svg cannot be baked into. ${error.message}`);
  }
}

/** The SVG with its credentials cut out. */
function without(svg: string, { credentials }: ScannedSvg): string {
  return credentials.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), svg);
}

/**
 * Bakes a credential into an SVG: the element `openbadges:credential` right behind the start tag of the picture, with
 * the JSON in a CDATA section or the compact JWS in its attribute `verify`.
 *
 * @param svg a whole SVG with its namespace, without a document type, of at most 10 MB.
 * @param text the JSON of a signed credential, or a compact JWS.
 * @param options.replace puts the credential in the place of one that is there already; without it such a picture is
 *   refused.
 * @throws {RangeError} when the SVG cannot be read, holds a credential already, or the text is no credential.
 * @see Open Badges 3.0, 5.3.2 (SVG).
 */
export function bakeSvg(svg: string, text: string, options: { replace?: boolean } = {}): string {
  const found = scan(svg);
  if (found.credentials.length > 0) {
    if (options.replace !== true) {
      throw new RangeError('svg holds a credential already. Set replace to put the new one in its place.');
    }
    return bakeSvg(without(svg, found), text);
  }
  const { attributesAt, end, name, isEmpty, bound } = found.root;
  const declaration = ` xmlns:openbadges="${BAKING_NAMESPACE}"`;
  // Where the picture uses the prefix for something else, the element declares its own.
  const element = credentialElement(text, bound === undefined || bound === BAKING_NAMESPACE ? '' : declaration);
  const tag = svg.slice(attributesAt, end);
  const opened = (bound === undefined ? declaration : '') + (isEmpty ? tag.replace(/\/>$/, '>') : tag);
  return `${svg.slice(0, attributesAt)}${opened}${element}${isEmpty ? `</${name}>` : ''}${svg.slice(end)}`;
}

/**
 * Reads the credential that is baked into an SVG.
 *
 * @param svg text of unknown origin; never throws. Nothing that it refers to is loaded, no script of it runs.
 * @see Open Badges 3.0, 5.3.2.2 (extracting). A picture with two is refused, because two readers could see two
 *   credentials.
 */
export function readBakedSvg(svg: string): BakedText {
  let found: ScannedSvg;
  try {
    found = scanSvg(svg.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SvgRefusal)) throw error;
    return refuse(error.reason, error.message);
  }
  const [credential, ...more] = found.credentials;
  if (credential === undefined) {
    return found.older
      ? refuse('open-badges-2', OLDER_BADGE)
      : refuse('no-credential', 'There is no credential in this picture. Use the file as it was downloaded.');
  }
  const texts = [credential.verify.trim(), credential.text.trim()].filter((text) => text !== '');
  const [text = ''] = texts;
  if (more.length > 0 || texts.length > 1) {
    return refuse('several-credentials', 'There are two credentials in this picture, and it must hold only one.');
  }
  if (text === '') {
    return refuse('no-credential', 'The place for a credential in this picture is empty.');
  }
  return Buffer.byteLength(text) > MAXIMUM_TEXT_BYTES
    ? refuse('too-large', 'The credential in this picture is longer than a million bytes, which none is.')
    : { ok: true, text };
}
